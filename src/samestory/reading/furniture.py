"""What a single line gives away about itself, in plain text and on pages alike.

A line comes in; out goes what it is (furniture, photo credit, caption with its credit, byline, dateline) and the rule
that says so, or None for prose and for everything that only its place can tell (headlines, teasers, captions).
Every pattern has to fit the whole line or begin it with words that prose does not begin with: prose marked as furniture
is a statement lost, a prompt left in the body only a nuisance.
"""

from __future__ import annotations

import re
from functools import lru_cache

from samestory.model import BlockKind
from samestory.reading.dates import MONTH

LONGEST = 400  # characters; a longer line is prose (over 10,000 articles the longest prompts had 330)

_MARKER = r"(?:[-–—•*>»▶→#\[(|]+\s*)?"
_SHOUT = r"(?-i:RELATED|READ|READ NEXT|READ MORE|READ ALSO|ALSO READ|SEE ALSO|ALSO SEE|MORE|WATCH|WATCH NOW|NOW WATCH|LISTEN|PHOTOS|VIDEO|VIDEOS|GALLERY|SLIDESHOW|DON['’]T MISS|UP NEXT|MORE NEWS|MORE FROM|SPECIAL COVERAGE|FULL COVERAGE|RECOMMENDED|TRENDING)"
_SITES = r"(?:facebook|twitter|instagram|youtube|whatsapp|telegram|tiktok|linkedin|threads|pinterest|flipboard|google news|apple news|x)"
_ACTS = r"(?:facebook|twitter|tweet|pinterest|pin|email|e-mail|print|share|copy link|copy|link|linkedin|whatsapp|reddit|flipboard|more|comments?|save|post|sms|messenger|google\+?|stumbleupon|tumblr|telegram|x)"

# (rule, pattern that fits the whole line, one line that it is for). Order is the order of trial.
PATTERNS: tuple[tuple[str, str, str], ...] = (
    ("related", rf"{_MARKER}{_SHOUT}\s*(?:[:|»>]|\s[-–—]\s).*", "RELATED: Council Votes To Keep The Old Bridge"),
    ("related", r"[\[(]?(?:related|read next|read more|read also|also read|see also|also see|more on this|more from|recommended(?: reading)?|you may also like|further reading|go deeper|related (?:story|stories|articles?|coverage|content|links?|news|posts?|topics?|videos?)|more (?:stories|coverage|news))\s*:.*", "Read more: What the bridge cost so far"),
    ("related", r"\(\s*(?:also on [a-z. ]+|photos|video|related|see also|more)\s*:.*\)?", "( Also on THE GAZETTE: The mayor in ten quotes)"),
    ("section", r"(?:read more|read next|related|recommended|trending(?: now)?|most (?:popular|read|viewed|shared|recent)|editor['’]?s['’]? picks?|you (?:may|might) (?:also )?(?:like|be interested in)|more like this|more stories|more news|latest (?:news|stories|headlines)|top stories|popular (?:now|stories|posts)|related (?:stories|articles?|content|coverage|links?|topics?|posts?|news|videos?)|recommended (?:stories|for you|reading|videos?)|promoted (?:stories|content)|around the web|from around the web|sponsored (?:stories|content|links?)|more on this(?: story| topic)?|don['’]t miss|up next|what to read next|keep reading|continue reading|read on|further reading|in this (?:story|article)|topics|tags|explore more)\s*(?:\.\.\.|…|:|\.)?", "You may also like"),
    ("section", r"(?-i:More (?:in|from|on|about))\s+(?-i:(?:the )?[A-Z][\w&’'.-]*(?:\s+(?:and|of|the|&|in|[A-Z][\w&’'.-]*)){0,4})", "More in Gardens"),
    ("advertisement", r"(?:advertisements?|advertising|ad|sponsored|promoted|paid content|paid post|sponsor(?:ed)? message|story continued? below(?: advertisement)?|article continues (?:below|after).{0,40}|story continues(?: below.{0,30}| after.{0,30})?|continue reading (?:below|the main story)|continue reading|scroll (?:down )?to continue.{0,40}|skip advertisement|report (?:this )?ad)(?:\s+(?:advertisements?|continue reading the main story))*\s*:?\.?", "Story continues below advertisement"),
    ("prompt", r"(?:continue|keep) scrolling\b.*", "Continue scrolling to keep reading. Click the button below to start this article in quick view."),
    ("prompt", r"(?:click|tap) (?:here|the (?:button|link|image|photo|video|player)|on the|through)\b.{0,160}", "Click here for more on the flood"),
    ("prompt", r"(?:click|tap) for more\b.{0,80}", "Click for more from the desk."),
    ("newsletter", r"(?:please )?(?:sign|signing) up (?:here|now|today|for (?:our|the|your|free|daily|weekly|breaking|updates|email|news|more|special)|to (?:receive|get|our))\b.*", "Sign up for our newsletter"),
    ("newsletter", r"sign up for\b.{0,80}(?:newsletters?|alerts?|briefings?|emails?|updates?)\b.{0,80}", "Sign up for the Morning Gazette newsletter here."),
    ("newsletter", r"(?:get|receive|want)\b.{0,140}\b(?:(?:delivered|sent|straight|directly|right)\b.{0,30}\b(?:inbox|email|e-mail|phone)|in your inbox|newsletters?)\b.*", "Get the day's top stories delivered to your inbox"),
    ("newsletter", r"(?:for more\b.{0,60}, )?(?:subscribe|join|enter your email|manage newsletters?)\b.{0,100}\b(?:newsletters?|inbox|email list|mailing list|podcast|channel|today|now)\b.*", "Subscribe to our newsletter"),
    ("newsletter", r"(?:by (?:signing|subscribing|entering|submitting|clicking|providing|registering)\b.{0,60}\byou\b.*|this site is protected by recaptcha.*|thank(?:s| you) for (?:signing up|subscribing).*|manage newsletters?)", "By signing up, you agree to our Privacy Policy"),
    ("subscription", r"(?:subscribe|subscribe now|subscribe today|log in|login|sign in|register|create (?:an|your) account|already a (?:subscriber|member).{0,60}|subscribe (?:now |today )?(?:for|to|and)\b.{0,100}|support (?:our|independent|local|quality) .{0,120}journalism.{0,60}|(?:become|be) a (?:member|subscriber|supporter)\b.{0,80}|donate(?: now| today)?|this (?:article|content|story) is (?:for|available to|only for|exclusive to) (?:subscribers|members|premium).{0,60}|to (?:continue|keep) reading,?.{0,100})[.!]?", "Already a subscriber? Log in"),
    ("follow", rf"{_MARKER}(?:please )?(?:follow|like|find|join|connect with|friend|visit) (?:us|me|him|her|them|our)\b.{{0,40}}\b(?:on|at|via)\b.*{_SITES}\b.{{0,80}}", "Follow us on Facebook and Twitter"),
    ("follow", rf"{_MARKER}(?:you can )?follow (?:@\w+|[\w.’'-]+(?: [\w.’'-]+){{0,5}} on {_SITES}\b|the [\w ]+ on {_SITES}).{{0,120}}", "Follow Ann Ode on Twitter @annode"),
    ("follow", r"(?:have a (?:tip|story)|got a (?:tip|story|question|news tip)|do you have a (?:tip|story)|send (?:a tip|tips|letters|us a tip|your (?:tips|letters|questions|comments))|share your (?:thoughts|story|stories|comments)|let us know what you)\b.{0,200}", "Got a tip? Write to the desk"),
    ("share", rf"(?:(?:share (?:this|on|via|all sharing)\b.{{0,60}}|{_ACTS}|this|article|story|listen to article|loading)[\s:,.|·•]*){{1,14}}", "Share Tweet Email Print"),
    ("share", r"(?:read or share this story|share all sharing options for|share this (?:article|story|post|page|on))\b.{0,160}", "Read or share this story: https://example.org/x"),
    ("share", r"(?:\d[\d,.]*\s*)?(?:comments?|shares?|views?|likes?|show comments?|leave a comment|view comments?|join the (?:conversation|discussion)|post a comment|comments are closed|add a comment|write a comment)(?:\s*\(?\d[\d,]*\)?)?[.!]?", "12 Comments"),
    ("copyright", r"(?:copyright\b|©|\(c\)\s*\d{4}).{0,200}", "Copyright 2019 The Gazette. All rights reserved."),
    ("copyright", r".{0,120}\ball rights reserved\b.{0,160}", "The Gazette, all rights reserved"),
    ("copyright", r".{0,160}\bmay not be (?:published, broadcast|reproduced|republished|reprinted)\b.{0,120}", "This material may not be published, broadcast, rewritten or redistributed."),
    ("updated", r"\(?(?:this|the) (?:story|article|post|report|page|piece) (?:has been|was|will be|is being) (?:updated|last updated)\b.{0,120}", "This story has been updated."),
    ("updated", r"(?:this is a (?:developing|breaking|rush)\b.{0,160}|please (?:check back|refresh)\b.{0,120}|check back (?:for|soon|later)\b.{0,100}|this article is more than .{1,20} old)", "This is a developing story. Check back for updates."),
    ("columnist", r"(?:the )?(?:opinions|views) expressed (?:in|by|here|are)\b.{0,200}", "The views expressed are those of the author."),
    ("player", r"(?:slideshow \(\d+ images?\)|(?:prev|next)?\s*image \d+ of \d+|\d+ of \d+|(?:hide|show) caption|enlarge(?: this)? image|view (?:gallery|slideshow|photos?|more|all)|(?:watch|play|pause|replay|mute) (?:video|audio)?|video player is loading.*|your browser does not support.*|loading\.*…?|close|open|menu|skip to (?:main )?content|back to top|toggle .{0,30}|playback.{0,40}|must watch|just watched.{0,120}|now playing.{0,100}|listen to (?:this )?(?:article|story).{0,40}|\[?pullquote\]?|\[image\]|image|photo|video|photos|videos|audio)", "Slideshow (3 images)"),
    ("player", r"(?:view this (?:post|photo|profile) on instagram.{0,40}|a post shared by .{0,120}|see (?:this )?(?:post|instagram photo)s? (?:by|on) .{0,60}|pic\.twitter\.com/\w+|https?://\S+)", "View this post on Instagram"),
    ("cookies", r"(?:we use cookies|this (?:web)?site uses cookies|we and our partners|accept (?:all )?cookies|cookie (?:policy|settings)|privacy policy|terms of (?:use|service)|terms and conditions|do not sell my .{0,40}).{0,200}", "We use cookies to make this site better."),
)  # fmt: skip

_AGENCIES = r"(?:Getty Images|Getty|Associated Press|AP|AP Photo|AP Images|Reuters|REUTERS|AFP|EPA|EPA-EFE|Shutterstock|Rex Features|REX|Splash News|Backgrid|BACKGRID|WireImage|FilmMagic|iStock|iStockphoto|Alamy|Bloomberg|Bloomberg News|Corbis|Unsplash|Pixabay|Pexels|Flickr|Wikimedia(?: Commons)?|Redux|Magnum Photos|Zuma Press|ZUMA|PA Wire|PA|Press Association|TNS|MCT|Tribune News Service|Star Max|GC Images|INFphoto|UPI|Xinhua|Sipa(?: USA)?|CQ Roll Call|Polaris|Handout|Staff|Contributed(?: photo)?|Courtesy photo|File photo|File)"
_CAP = r"[A-Z][\w.’'&-]*"
_WHO = rf"(?:{_CAP}(?:\s+(?:{_CAP}|of|the|de|van|von|for|and)){{0,6}})"
# Whole-line photo credits.
CREDITS: tuple[tuple[str, str, str], ...] = (
    ("credit-agency", rf"[\[(]?(?:{_WHO}\s*[/|,–—-]\s*){{1,4}}(?:via\s+)?{_AGENCIES}(?:\s*via\s+{_WHO})?[\])]?\.?", "Ann Ode/Star Wire/Getty Images"),
    ("credit-agency", rf"[\[(]?(?:{_AGENCIES}|{_WHO}\s+via\s+{_WHO})(?:\s*/\s*{_WHO}){{1,3}}[\])]?\.?", "AFP/Getty Images"),
    ("credit-agency", r"[\[(]?(?:Getty Images|AP Photo|Shutterstock|iStock|Reuters|Pixabay|Unsplash|Alamy|WireImage|(?:via )?Instagram)[\])]?\.?", "Getty Images"),
    ("credit-label", r"[\[(]?(?i:(?:(?:file |cover |featured? |main |header |top |lead )?(?:photos?|images?|pictures?|illustrations?|video|graphics?)(?: (?:credits?|source|courtesy|provided))?|credits?|photographer|screenshot|screengrab|photo illustration)\s*(?::|\bby\b|\bcourtesy(?: of)?\b|\bvia\b|\bfrom\b))\s*\S.{0,100}", "Photo: Ann Ode"),
    ("credit-label", r"[\[(]?(?i:courtesy(?: photo)?(?: of|:|/))\s*\S.{0,60}", "Courtesy of the Ode family"),
    ("credit-label", r"(?i:(?:enlarge this image )?toggle caption)\s.{0,120}", "Enlarge this image toggle caption Ann Ode/AP"),
    ("credit-staff", rf"{_WHO}\s*/\s*{_WHO}(?:\s*/\s*{_WHO})*", "Ann Ode/The Daily Gazette"),
)  # fmt: skip
_CREDIT_WORDS = 16

# A caption that ends with its credit: decisive wherever it stands.
_CAPTIONED = re.compile(
    rf"(?:.*[\w.,’”\")]\s+)?(?:\((?:AP|REUTERS|Reuters|AFP)?\s*(?i:photo|image|pictured?|credit|courtesy)\b[^()]{{0,90}}\)|\([^()]{{0,70}}(?:Getty Images|AP|Reuters|REUTERS|AFP|Shutterstock|via AP)\)|(?:AP Photo|{_CAP}(?:\s+{_CAP}){{1,3}})\s*/\s*{_AGENCIES}(?:\s*/\s*{_AGENCIES})*|©\s*(?:Getty Images|AP|Reuters|AFP)\S*(?:\s\S+)?)\.?",
    re.S,
)  # The bridge on Monday. (AP Photo/Ann Ode)  -  The bridge on Monday. Ann Ode/Reuters
_FILED = re.compile(r"(?:FILE|FILE PHOTO|File photo|FILE IMAGE|HANDOUT)\s*(?:[:.–—-]|\s-)\s*\S.*")  # FILE PHOTO: The bridge in May.
_CAPTION_LONGEST = 600

_NAME = r"(?:[A-Z][\w’'.-]*|Mc[A-Z]\w+|d[ei']|de la|van|von|der|bin|al-\w+)"
_NAMES = rf"{_NAME}(?:\s+{_NAME}){{1,4}}"
_NOT_NAMES = r"(?!(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|June|July|August|September|October|November|December|The|This|That|All|Any|Law|Order|Contrast|Comparison|Then|Now|Some|Most|Early|Late|Noon|Midnight)\b)"
BYLINES: tuple[tuple[str, str, str], ...] = (
    ("byline", rf"(?:By|BY|by)\s*:?\s+{_NOT_NAMES}{_NAMES}(?:\s*(?:,|and|AND|&)\s*{_NAMES}){{0,4}}(?:\s*[,|/–—-]\s*[\w .,&’'@/|-]{{2,60}})?", "By Ann Ode and Bo Low, The Gazette"),
    ("byline", rf"(?:Written|Posted|Published|Authored|Words|Story|Reported|Report) by:?\s+{_NOT_NAMES}{_NAMES}(?:\s*(?:,|and|&)\s*{_NAMES}){{0,4}}.{{0,40}}", "Posted by Ann Ode"),
    ("reporting-by", r"\(?(?:Additional )?[Rr]eporting by\s+[A-Z].{0,300}", "(Reporting by Ann Ode; editing by Bo Low)"),
    ("reporting-by", r"(?:—|–|--)?\s*With assistance (?:by|from)\s+[A-Z].{0,200}", "— With assistance by Ann Ode"),
    ("reporting-by", rf"(?:Contributing|Contributors?)\s*:\s*{_NAME}.{{0,120}}", "Contributing: Ann Ode"),
)  # fmt: skip

_CLOCK = r"(?:\d{1,2}(?::\d\d){0,2}\s*(?:[ap]\.?m\.?)?(?:\s*\(?(?:[A-Z]{2,4}|[Ee]astern|[Ll]ocal time)\)?)?|noon|midnight)"
_WEEKDAY = r"(?:(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,?)"
_DATE = rf"(?:{MONTH}\s+\d{{1,2}}(?:st|nd|rd|th)?(?:,?\s+\d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)?\s+{MONTH},?(?:\s+\d{{4}})?|\d{{4}}-\d\d-\d\d|\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}|\d{{4}}/\d\d/\d\d)"
_STAMP = rf"(?:{_WEEKDAY}\s*)?{_DATE}(?:\s*(?:,|\||-|–|—|·|•|at|@|/|T)?\s*{_CLOCK})?"
_DATELINE = re.compile(
    rf"(?:(?:(?:first |originally )?(?:published|posted|updated|modified|created|filed|last (?:updated|modified|edited))|date|on|published on)\b\s*(?:[:|-]|on|at)?\s*)?(?:{_CLOCK}\s*(?:,|\||-|–|on|·)?\s*)?{_STAMP}(?:\s*[|/,·•–—-]?\s*(?:updated|published|last updated|modified|posted)?\s*[:|]?\s*{_STAMP})?\.?",
    re.I,
)  # Published: Nov. 12, 2019 at 8:30 a.m.
_PLACED = re.compile(
    rf"[A-Z][A-Z .,’'-]{{2,40}},?\s*(?:[A-Z][\w.]*,?\s*)?{_DATE}(?:\s*\([A-Za-z .]+\))?\s*[-–—]{{0,2}}"
)  # LONDON, Nov 3 (Wire) -


def _together(patterns: tuple[tuple[str, str, str], ...], flags: re.RegexFlag) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((rule, re.compile(pattern, flags)) for rule, pattern, _ in patterns)


_FURNITURE = _together(PATTERNS, re.I)
_CREDITS = _together(CREDITS, re.NOFLAG)
_BYLINES = _together(BYLINES, re.NOFLAG)


@lru_cache(maxsize=65_536)
def look(line: str) -> tuple[BlockKind, str] | None:
    """What a line is by its own words, and the rule that says so; None where only its place can tell.

    >>> look("READ NEXT: Ten Bridges That Fell"), look("Ann Ode/Star Wire/Getty Images"), look("By Ann Ode")
    (('furniture', 'related'), ('photo_credit', 'credit-agency'), ('byline', 'byline'))
    >>> look("By Monday evening the bridge was closed.")
    """
    if len(line) > _CAPTION_LONGEST:
        return None
    if not any(character.isalnum() for character in line):
        return "furniture", "rule-off"  # ***, ___, • • •
    if len(line) <= LONGEST and (rule := _first(_FURNITURE, line)):
        return "furniture", rule
    if len(line.split()) <= _CREDIT_WORDS and (rule := _first(_CREDITS, line)):
        return "photo_credit", rule
    if _DATELINE.fullmatch(line) or _PLACED.fullmatch(line):
        return "dateline", "dateline"
    if len(line) <= LONGEST and (rule := _first(_BYLINES, line)):
        return "byline", rule
    if _CAPTIONED.fullmatch(line):
        return "caption", "caption-with-credit"
    if _FILED.fullmatch(line):
        return "caption", "caption-file-photo"
    return None


def _first(patterns: tuple[tuple[str, re.Pattern[str]], ...], line: str) -> str | None:
    return next((rule for rule, pattern in patterns if pattern.fullmatch(line)), None)
