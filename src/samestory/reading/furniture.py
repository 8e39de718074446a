"""Lines that are no part of any article: prompts, menus, related-story lines, as their own words give them away.

A line comes in; the rule that knows it goes out, or None. Every pattern has to fit the whole line and to begin with words
that prose does not begin with: prose marked as furniture is a statement lost, a prompt left in the body only a nuisance.
Over 2,025 articles of the load set (2012-2020) they marked 2,400 lines; of the 700 different ones read, none was prose.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from samestory.reading import giveaways

LONGEST = 400  # characters; a longer line is prose (over 10,000 articles the longest prompts had 330)

_MARKER = r"(?:[-–—•*>»▶→#\[(|]+\s*)?"
_SHOUT = (
    r"(?-i:RELATED|READ|READ NEXT|READ MORE|READ ALSO|ALSO READ|SEE ALSO|ALSO SEE|MORE|WATCH|WATCH NOW|NOW WATCH|LISTEN|PHOTOS"
    r"|VIDEO|VIDEOS|GALLERY|SLIDESHOW|DON['’]T MISS|UP NEXT|MORE NEWS|MORE FROM|SPECIAL COVERAGE|FULL COVERAGE|RECOMMENDED|TRENDING)"
)
_KINDS = r"(?:stor(?:y|ies)|articles?|coverage|content|links?|news|posts?|topics?|videos?|reading|headlines)"
_SITES = r"(?:facebook|twitter|instagram|youtube|whatsapp|telegram|tiktok|linkedin|threads|pinterest|flipboard|google news|apple news|x)"
_ACTS = (
    r"(?:facebook|twitter|tweet|pinterest|pin|email|e-mail|print|share|copy link|copy|link|linkedin|whatsapp|reddit|flipboard|more"
    r"|comments?|save|post|sms|messenger|google\+?|stumbleupon|tumblr|telegram|x)"
)

# (rule, pattern, a line that it is for). A rule may have several; they are tried in this order.
PATTERNS: tuple[tuple[str, str, str], ...] = (
    (
        "related",
        rf"{_MARKER}{_SHOUT}\s*(?:[:|»>]|\s[-–—]\s).*",
        "RELATED: Council Votes To Keep The Old Bridge",
    ),
    (
        "related",
        r"[\[(]?(?:related|read next|read more|read also|also read|see also|also see|more on this|more from|you may also like"
        rf"|further reading|go deeper|recommended(?: reading)?|(?:related|more) {_KINDS})\s*:.*",
        "Read more: What the bridge cost so far",
    ),
    (
        "related",
        r"[\[(]?(?:lea tambi[eé]n|lee tambi[eé]n|te puede interesar|(?:à|a) lire aussi|lire aussi|leggi anche|leia tamb[eé]m|lesen sie auch"
        r"|mehr zum thema|auch interessant|lees ook|läs också|les også)\b\s*(?::.*|[)\]]*)",
        "Lire aussi : Le pont en dix dates",
    ),
    (
        "feed",
        r"the post .{1,200} (?:appeared first on|first appeared on) .{1,80}"
        r"|(?:this (?:article|story|post) )?(?:was )?originally appeared on .{1,80}",
        "The post Bridge falls appeared first on The Gazette.",
    ),
    (
        "related",
        r"\(\s*(?:also on [a-z. ]+|photos|video|watch|related|see also|more)\s*:.*\)?",
        "( Also on THE GAZETTE: The mayor in ten quotes)",
    ),
    (
        "section",
        rf"(?:read more|read next|related|trending(?: now)?|(?:related|recommended|promoted|sponsored) {_KINDS}|recommended(?: for you)?"
        rf"|most (?:popular|read|viewed|shared|recent)|editor['’]?s['’]? picks?|you (?:may|might) (?:also )?(?:like|be interested in)"
        rf"|(?:more|top|latest|popular) {_KINDS}|more like this|popular now|(?:from )?around the web|more on this(?: story| topic)?"
        r"|don['’]t miss|up next|what to read next|keep reading|continue reading|read on|further reading|in this (?:story|article)"
        r"|topics|tags|explore more)\s*(?:\.\.\.|…|:|\.)?",
        "You may also like",
    ),
    (
        "section",
        r"(?-i:More (?:in|from|on|about))\s+(?-i:(?:the )?[A-Z][\w&’'.-]*(?:\s+(?:and|of|the|&|in|[A-Z][\w&’'.-]*)){0,4})",
        "More in Gardens",
    ),
    (
        "advertisement",
        r"(?:advertisements?|advertising|ad|sponsored|promoted|paid content|paid post|sponsor(?:ed)? message"
        r"|story continued? below(?: advertisement)?|article continues (?:below|after).{0,40}"
        r"|story continues(?: below.{0,30}| after.{0,30})?|continue reading (?:below|the main story)|continue reading"
        r"|scroll (?:down )?to continue.{0,40}|skip advertisement|report (?:this )?ad|thanks for watching!?|visit website)"
        r"(?:\s+(?:advertisements?|continue reading the main story|thanks for watching!?|visit website))*\s*:?\.?",
        "Story continues below advertisement",
    ),
    (
        "prompt",
        r"(?:continue|keep) scrolling\b.*",
        "Continue scrolling to keep reading. Click the button below to start this article in quick view.",
    ),
    (
        "prompt",
        r"(?:click|tap) (?:here|for more|the (?:button|link|image|photo|video|player)|on the|through)\b.{0,160}",
        "Click here for more on the flood",
    ),
    (
        "prompt",
        r"interested in .{1,60}\? add .{1,240}",
        "Interested in Gardens? Add Gardens as an interest to stay up to date. Add interest",
    ),
    (
        "newsletter",
        r"(?:please )?sign(?:ing)? up (?:here|now|today|for (?:our|the|your|free|daily|weekly|breaking|updates|email|news|more|special)"
        r"|to (?:receive|get|our))\b.*",
        "Sign up for our newsletter",
    ),
    (
        "newsletter",
        r"sign up for\b.{0,80}(?:newsletters?|alerts?|briefings?|emails?|updates?)\b.{0,80}",
        "Sign up for the Morning Gazette newsletter here.",
    ),
    (
        "newsletter",
        r"(?:want more\? )?sign up for\b.{0,60}\b(?:and )?never miss\b.{0,40}",
        "Want more? Sign up for the Evening Buzz and never miss a story!",
    ),
    (
        "newsletter",
        r"(?:get|receive|want)\b.{0,140}\b(?:(?:delivered|sent|straight|directly|right)\b.{0,30}\b(?:inbox|email|e-mail|phone)"
        r"|in your inbox|newsletters?)\b.*",
        "Get the day's top stories delivered to your inbox",
    ),
    (
        "newsletter",
        r"(?:for more\b.{0,60}, )?(?:subscribe|join|enter your email|manage newsletters?)\b.{0,100}"
        r"\b(?:newsletters?|inbox|email list|mailing list|podcast|channel|today|now)\b.*",
        "Subscribe to our newsletter",
    ),
    (
        "newsletter",
        r"(?:by (?:signing|subscribing|entering|submitting|clicking|providing|registering)\b.{0,60}\byou\b.*"
        r"|this site is protected by recaptcha.*|thank(?:s| you) for (?:signing up|subscribing).*|manage newsletters?)",
        "By signing up, you agree to our Privacy Policy",
    ),
    (
        "subscription",
        r"(?:subscribe|subscribe (?:now|today)|log in|login|sign in|register|create (?:an|your) account"
        r"|already a (?:subscriber|member).{0,60}"
        r"|subscribe (?:now |today )?(?:for|to|and)\b.{0,100}|support .{0,120}journalism.{0,60}"
        r"|(?:become|be) a (?:member|subscriber|supporter)\b.{0,80}|donate(?: now| today)?"
        r"|this (?:article|content|story) is (?:for|available to|only for|exclusive to) (?:subscribers|members|premium).{0,60}"
        r"|to (?:continue|keep) reading,.{0,100}|to (?:view|read|see) the (?:full|whole|rest).{0,40}subscri.{0,80}"
        r"|first-time subscribers.{0,120}|if you(?:['’]re| are) (?:already )?a subscriber.{0,120}"
        r"|(?:for .{0,80})?download (?:the|our) .{0,40}\bapps?\b.{0,80})[.!]?",
        "Already a subscriber? Log in",
    ),
    (
        "follow",
        rf"{_MARKER}(?:please )?(?:follow|like|find|join|connect with|friend|visit) (?:us|me|him|her|them|our)\b.{{0,40}}"
        rf"\b(?:on|at|via)\b.*{_SITES}\b.{{0,80}}",
        "Follow us on Facebook and Twitter",
    ),
    (
        "follow",
        rf"{_MARKER}(?:you can )?follow (?:@\w+|[\w.,@’'-]+(?: [\w.,@’'-]+){{0,7}} on {_SITES}\b).{{0,250}}",
        "Follow Ann Ode on Twitter @annode",
    ),
    (
        "follow",
        r"(?:(?:have|got) a (?:tip|story|question|news tip)|do you have a (?:tip|story)|let us know what you"
        r"|send (?:a tip|tips|letters|us a tip|your (?:tips|letters|questions|comments))|share your (?:thoughts|story|stories|comments))"
        r"\b.{0,200}",
        "Got a tip? Write to the desk",
    ),
    (
        "share",
        rf"(?:(?:share (?:this|on|via|all sharing)\b.{{0,60}}|{_ACTS}|this|article|story|listen to article|loading)[\s:,.|·•]*){{1,14}}",
        "Share Tweet Email Print",
    ),
    (
        "share",
        r"(?:read or share this story|share all sharing options for|share this (?:article|story|post|page|on))\b.{0,160}",
        "Read or share this story: https://example.org/x",
    ),
    (
        "share",
        r"(?:\d[\d,.]*\s*)?(?:comments?|shares?|views?|likes?|show comments?|leave a comment|view comments?|post a comment"
        r"|join the (?:conversation|discussion)|comments are closed|add a comment|write a comment)(?:\s*\(?\d[\d,]*\)?)?[.!]?",
        "12 Comments",
    ),
    (
        "copyright",
        r"(?:©|copyright\b|\(c\)\s*\d{4}).{0,200}",
        "Copyright 2019 The Gazette. All rights reserved.",
    ),
    (
        "copyright",
        r"this (?:article|story|content|material) is the (?:copyrighted |sole )?property of.{0,100}|written permission must be.{0,120}",
        "This article is the copyrighted property of The Gazette.",
    ),
    (
        "updated",
        r"\(?(?:this|the) (?:story|article|post|report|page|piece) (?:has been|was|will be|is being) (?:last )?updated\b.{0,120}",
        "This story has been updated.",
    ),
    (
        "updated",
        r"(?:this is a (?:developing|breaking|rush)\b.{0,160}|please (?:check back|refresh)\b.{0,120}"
        r"|check back (?:for|soon|later)\b.{0,100}|this article is more than .{1,20} old)",
        "This is a developing story. Check back for updates.",
    ),
    (
        "columnist",
        r"(?:the )?(?:opinions|views) expressed (?:in|by|here|are)\b.{0,200}",
        "The views expressed are those of the author.",
    ),
    (
        "player",
        r"(?:slideshow \(\d+ images?\)|(?:prev|next)?\s*image \d+ of \d+|\d+ of \d+|(?:hide|show) caption|enlarge(?: this)? image"
        r"|view (?:gallery|slideshow|photos?|more|all)|(?:watch|play|pause|replay|mute) (?:video|audio)?|video player is loading.*"
        r"|your browser does not support.*|loading\.*…?|close|open|menu|skip to (?:main )?content|back to top|toggle (?!caption).{0,30}"
        r"|playback.{0,40}|must watch|just watched.{0,300}|now playing.{0,100}|listen to (?:this )?(?:article|story).{0,40}"
        r"|\[?pullquote\]?|\[image\]|image|photo|video|photos|videos|audio)",
        "Slideshow (3 images)",
    ),
    (
        "embed",
        r"(?:view this (?:post|photo|profile) on instagram.{0,40}|a post shared by .{0,120}|pic\.twitter\.com/\w+|https?://\S+"
        r"|see (?:this )?(?:post|instagram photo)s? (?:by|on) .{0,60})",
        "View this post on Instagram",
    ),
    (
        "cookies",
        r"(?:we use cookies|this (?:web)?site uses cookies|we and our partners|accept (?:all )?cookies|cookie (?:policy|settings)"
        r"|privacy policy|terms of (?:use|service)|terms and conditions|do not sell my .{0,40}).{0,200}",
        "We use cookies to make this site better.",
    ),
    (
        "related",
        r"(?-i:More|Read|Watch|Listen|Related|Analysis|Opinion|Explainer|Timeline|Video|Photos|Poll|Live|Fact check)\s*(?:\|"
        r"|:(?=\S)).{10,160}",
        "More:Council votes to keep the old bridge",
    ),
    (
        "section",
        r"(?-i:ANALYSIS|OPINION|COMMENTARY|EDITORIAL|ANALYSIS/OPINION|OPINION/ANALYSIS|EXCLUSIVE|BREAKING|BREAKING NEWS|DEVELOPING)\s*:?",
        "ANALYSIS/OPINION:",
    ),
    (
        "feed",
        r"this (?:article|story|post|column|piece|essay|op-ed|interview) (?:was )?(?:first|originally|previously) "
        r"(?:appeared|ran|published|posted) (?:at|on|in|by) .{1,100}",
        "This column first appeared in The Gazette.",
    ),
    (
        "prompt",
        r"(?:don['’]t|can['’]t|cannot|not seeing|unable to see) (?:see )?(?:the|this) .{1,40}\? (?:click|tap|refresh|reload)\b.{0,80}",
        "Don't see the graphic above? Click here.",
    ),
    (
        "prompt",
        r"(?:watch|see|read|play|listen to) the (?:full |latest |entire )?(?:video|clip|interview|episode|transcript|audio|statement"
        r"|segment)"
        r" (?:below|above|here|at \S+|via .{1,30})(?:,? courtesy of .{1,40})?[:.]?",
        "Watch the full video below:",
    ),
    (
        "prompt",
        r"(?:to|for) [^.!?]{3,140},? (?:please )?(?:click|tap|visit) here(?: to .{1,60})?[.!]?",
        "To read more about the old bridge, click here.",
    ),
    (
        "newsletter",
        r"let our news meet your inbox\b.*|get (?:breaking news|email|news|push) alerts\b.{0,160}"
        r"|for .{3,120}, subscribe to .{3,60}",
        "Get breaking news alerts and special reports from the desk.",
    ),
    (
        "subscription",
        r"(?:you(?:['’]ve| have) (?:reached|read|used|hit|\d+|one|no|two|three)\b.{0,60}\b(?:free|complimentary|monthly)\b.{0,40}"
        r"(?:articles?|stor(?:y|ies)|limit)\b.{0,120}|(?:\d+|one|two|three|last) free (?:articles?|stor(?:y|ies)) (?:left"
        r"|remaining)\b.{0,60}"
        r"|(?:unlock|get|enjoy) (?:unlimited|full|complete) (?:digital )?access\b.{0,140}|unlock (?:this|the full) (?:article"
        r"|story)\b.{0,80}"
        r"|(?:start|try|begin) (?:your|a) (?:free|\d\S*) ?.{0,20}\btrial\b.{0,60}|(?:this is a )?subscribers?[- ](?:only"
        r"|exclusive)\b.{0,60}"
        r"|(?:subscribe|register|log in|sign in) to (?:continue|keep|read|unlock|view|access)\b.{0,100}"
        r"|(?:please )?(?:log in|sign in|register)(?:,? or (?:log in|sign in|register|subscribe|sign up|create an account))+\b.{0,80}"
        r"|editor['’]?s note: .{0,120}\bpaywall\b.{0,60}|(?:thank you|thanks) for (?:being a subscriber"
        r"|reading[!.]? .{0,40}subscri)\b.{0,120}"
        r"|your (?:support|subscription|donation) (?:makes|helps|supports|keeps)\b.{0,140})",
        "You have 2 free articles left this month.",
    ),
    (
        "app",
        r"(?:(?:get|download|open|read|continue|view)(?!.*\b(?:said|told|says|and|but)\b)(?: this(?: story| article)?)? (?:in |on |with )?"
        r"(?:the|our) (?:free |new |mobile |[\w ]{1,25} )?app\b.{0,100}|open (?:in )?app"
        r"|available (?:now )?(?:on|in) (?:the )?(?:app store|google play)\b.{0,60}|(?:download on the )?app store"
        r"|(?:get it on )?google play)",
        "Get the free app for your phone",
    ),
    (
        "live",
        r"(?:key events|show key events only|(?:please )?turn on javascript\b.{0,60}|pinned post|live (?:feed|updates|blog|coverage|now)"
        r"|(?:auto-?refresh|refresh)(?: (?:on|off|for updates?|page))?|(?:newest|oldest|latest) (?:first|updates?|posts?)"
        r"|(?:load|show|view|see) (?:more|new|newer|older|all|latest) (?:updates?|posts?|entries|events)|jump to (?:latest|top|comments)"
        r"|(?:\d+|new) (?:new )?updates?"
        r"|(?:this|the|our) (?:live ?blog|live (?:coverage|feed|page)) (?:is|has|was) (?:now )?(?:closed|ended|over)\b.{0,80}"
        r"|(?:read|follow) (?:our |the )?(?:live ?blog|live (?:coverage|updates|feed))\b.{0,80})[.:]?",
        "Show key events only",
    ),
    (
        "comments",
        r"(?:comments? \(\d[\d,]*\)|\(\d+\) comments?|be the first to (?:comment|reply)\b.{0,40}"
        r"|(?:log in|sign in|login|register|you must be logged in)(?: or register)? to (?:leave a |post a |add a )?(?:comment"
        r"|reply)\b.{0,40}"
        r"|(?:load|show|view|see|read) (?:more|all|previous|\d+) ?\d* (?:comments?|replies)|(?:leave a|post|cancel) reply|repl(?:y|ies)"
        r"|report(?: (?:this )?(?:comment|abuse))?|sort by:? ?(?:newest|oldest|best|most \w+|relevance)?"
        r"|your email address will not be published\b.{0,80}|required fields are marked\b.{0,10}"
        r"|comments? (?:are|is|have been) (?:closed|turned off|disabled|moderated)\b.{0,100}"
        r"|commenting (?:is|has been) (?:closed|disabled|turned off)\b.{0,80}|what do you think\? (?:leave|share|tell|let|post"
        r"|add)\b.{0,80}"
        r"|(?:save|remember) my name, email,? and website\b.{0,80}|please (?:be civil|keep comments|read our comment)\b.{0,120})[.!]?",
        "Be the first to comment",
    ),
    (
        "author-box",
        r"(?:you can )?(?:reach|contact|email|e-mail|write to) (?-i:[A-Z][\w.’'-]+)(?: (?-i:[A-Z][\w.’'-]+)){0,3}"
        r" (?:at|via|on) (?:\S+@\S+|@\w+|twitter).{0,160}",
        "Reach Ann Ode at ann@example.org.",
    ),
    (
        "columnist",
        r"in addition to its own editorials,.{0,260}|to read more columns like this,.{0,120}"
        r"|(?:the )?(?:opinions|views) expressed (?:are|here)\b.{0,200}",
        "In addition to its own editorials, The Gazette prints letters.",
    ),
    (
        "cookies",
        r"(?:(?:manage|review|customi[sz]e) (?:your |my )?(?:cookies?|consent|preferences)\b.{0,40}"
        r"|(?:reject|accept|allow|decline) (?:all|cookies)(?: cookies)?|we (?:value|respect|care about) your privacy\b.{0,200}"
        r"|your (?:privacy|cookie) (?:choices|settings|preferences)|by (?:continuing|browsing|using)\b.{0,80}\byou (?:agree|accept"
        r"|consent)\b.{0,160}"
        r"|this (?:site|page|website) (?:requires|needs) (?:cookies|javascript)\b.{0,100}|(?:please )?enable (?:cookies"
        r"|javascript)\b.{0,120})[.!]?",
        "By continuing to browse this site you agree to our use of cookies.",
    ),
    (
        "updated",
        r"[-–—•*(]+\s*(?:this|the) (?:story|article|post|report|page|piece) was (?:last |first )?updated\b.{0,80}"
        r"|this (?:story|article|post|piece|column) was (?:last |first )?(?:updated|published|posted)\b.{0,80}",
        "--This report was updated on March 4 at 2:03 p.m.",
    ),
    ("embed", r"\[/?\w+(?: \w+=[^\]]{0,200})+\]", '[embedpost id="40365622"]'),
)

# One expression with an empty group behind each alternative, which tells the rule: twice as fast as one after the other.
_ANY = re.compile("|".join(f"(?:{pattern})()" for _, pattern, _ in PATTERNS), re.I)
# How their first words begin, up to four letters: a line is tried only if its own does, or if it begins with no letter.
_FIRST_WORDS = """
    a acce ad add adve allo alre also anal app arou arti auch audi auto avai back be beco begi brea by c can canc cann chec clic clos
    comm conn cont cook copy crea cust decl deve do don dona down e edit emai enab enjo enla ente excl expl face fact find firs flip
    foll for frie from full furt gall get go goog got have hide http if imag in inte join jump just keep key last late lea leav lee
    lees legg leia les lese let like link lire list live load log logi läs mana mehr menu mess more most must mute new newe next not
    now olde one open opin orig our paid paus phot pic pin play plea poll popu post prev prin priv prom pull reac read rece reco redd
    refr regi reje rela reme repl repo requ revi save scro see send shar show sign skip slid sms sort spec spon star stor stum subs
    supp tags tap te tele term than the this thre time to togg top topi tren try tumb turn twee twit two unab unlo up vide view visi
    want was watc we what writ x you your à"""
_BEGINNINGS = frozenset(_FIRST_WORDS.split())
_BEGINNING = re.compile(r"[^\W\d_]{1,4}")
_RUN_ON = ("x", "pin", "sms")  # buttons that stick to the next: PinterestEmail, SMSShare
_QUOTED = tuple("“\"‘'«„")  # nothing of the kind begins so, but much of what people say


def find(line: str, hints: Sequence[giveaways.Hint] = giveaways.ALL) -> str | None:
    """The rule by which a line is furniture, None for all other lines; `hints` are those to be tried, where that is known.

    >>> find("READ NEXT: Ten Bridges That Fell"), find("* * *"), find("Read the report, she said: it is all in there.")
    ('related', 'rule-off', None)
    """
    if not line[:1].isalnum() and not any(character.isalnum() for character in line):
        return "rule-off"
    if len(line) > LONGEST:
        return None
    found = _ANY.fullmatch(line) if may_begin(line) else None
    return PATTERNS[(found.lastindex or 1) - 1][0] if found else giveaways.find(line, hints)


def may_begin(line: str) -> bool:
    """False for a line that begins as none of the patterns does.

    >>> may_begin("Read more"), may_begin("Nobody was hurt.")
    (True, False)
    """
    first = _BEGINNING.match(line)
    if first is None:
        return not line.startswith(_QUOTED)
    word = first[0].lower()
    return word in _BEGINNINGS or word.startswith(_RUN_ON)
