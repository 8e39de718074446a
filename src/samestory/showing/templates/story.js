"use strict";
/* Comfort only: the page works without. Lights all places of a finding, steps through findings, leads back. */
(() => {
  const find = (css, from = document) => from.querySelector(css);
  const all = (css, from = document) => [...from.querySelectorAll(css)];
  const byId = (id) => document.getElementById(id);
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const desk = matchMedia("(min-width: 68rem)");
  const beside = () => desk.matches && !byId("wide").checked; // the texts stand beside the findings
  const live = byId("live");
  let back = null;
  let card = null;

  const open = (node) => { for (let n = node; n; n = n.parentElement) if (n.tagName === "DETAILS") n.open = true; };
  const placeOf = (mark) => mark.id || mark.dataset.of;
  const pieces = (id) => [byId(id), ...all(`[data-of="${id}"]`)].filter(Boolean);
  const refs = (number) => all(`.texts a.r[href="#${number}"]`);
  const dim = () => all(".lit").forEach((n) => n.classList.remove("lit"));
  const light = (id) => pieces(id).forEach((n) => n.classList.add("lit"));
  const nameOf = (finding) => (find(".name", finding) || finding.closest(".voice")?.querySelector(".name") || finding).textContent.trim().slice(0, 120);

  /* Bring an element into view; within its own column only where the texts stand beside the findings. */
  const bring = (node, whole) => {
    open(node);
    node.scrollIntoView({ block: "center", inline: whole ? "nearest" : "center", behavior: calm || !whole ? "auto" : "smooth" });
  };
  const scrollerOf = (mark) => (find(".texts.stacked") ? find(".columns") : mark.closest(".text"));
  const bringInColumn = (node) => {
    open(node);
    const column = scrollerOf(node);
    const down = node.getBoundingClientRect().top - column.getBoundingClientRect().top;
    column.scrollTo({ top: column.scrollTop + down - column.clientHeight / 3, behavior: calm ? "auto" : "smooth" });
  };

  /* A column that is cut at either side comes into view as a whole. */
  const showColumn = (mark) => {
    const row = find(".columns");
    const column = mark.closest(".text");
    const left = column.offsetLeft - row.offsetLeft;
    if (left < row.scrollLeft || left + column.offsetWidth > row.scrollLeft + row.clientWidth) row.scrollTo({ left, behavior: calm ? "auto" : "smooth" });
  };

  const offerBack = (finding) => {
    back?.remove();
    back = null;
    if (!finding) return;
    back = document.createElement("a");
    back.className = "back";
    back.href = `#${finding.id}`;
    back.textContent = `Back to ${finding.id}`;
    document.body.append(back);
  };

  /* All places of a finding at once: each column moves to its own. */
  const showAll = (finding) => {
    dim();
    const marks = refs(finding.id).map((ref) => ref.closest(".m"));
    const texts = new Set();
    const moved = new Set();
    for (const mark of marks) {
      const id = placeOf(mark);
      light(id);
      texts.add(mark.closest(".text"));
      if (beside() && !moved.has(scrollerOf(mark))) bringInColumn(byId(id));
      moved.add(scrollerOf(mark));
    }
    if (!marks.length) return;
    const first = byId(placeOf(marks[0]));
    if (beside()) {
      showColumn(marks[0]);
    } else {
      bring(first, true);
      offerBack(finding);
    }
    live.textContent = `${finding.id}: ${marks.length} ${marks.length === 1 ? "place" : "places"} lit in ${texts.size} ${texts.size === 1 ? "text" : "texts"}`;
  };

  const arrive = () => {
    const target = byId(decodeURIComponent(location.hash.slice(1)));
    if (!target) return;
    open(target);
    dim();
    if (target.matches(".finding")) { offerBack(null); showBeside(target); }
    if (target.matches(".m")) light(target.id);
  };
  const showBeside = (finding) => { if (beside()) showAll(finding); };

  const findings = () => all(".finding").filter((n) => n.getClientRects().length);
  const current = () => document.activeElement?.closest?.(".finding") || find(".finding.at") || find(".finding:target");
  const step = (by) => {
    const list = findings();
    const here = list.indexOf(current());
    const next = list[here < 0 ? (by > 0 ? 0 : list.length - 1) : Math.min(list.length - 1, Math.max(0, here + by))];
    if (!next) return;
    all(".finding.at").forEach((n) => n.classList.remove("at"));
    next.classList.add("at");
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: beside() ? "center" : "start", behavior: calm ? "auto" : "smooth" });
    showBeside(next);
  };

  /* What a highlight belongs to: its own findings and those around it. */
  const closeCard = () => { card?.remove(); card = null; };
  const belongs = (mark) => {
    closeCard();
    const list = document.createElement("ul");
    const seen = new Set();
    for (let n = mark; n && n.matches; n = n.parentElement.closest(".m")) {
      const last = pieces(placeOf(n)).pop();
      for (const ref of all(":scope > a.r", last)) {
        const number = ref.getAttribute("href").slice(1);
        if (seen.has(number)) continue;
        seen.add(number);
        const item = document.createElement("li");
        const link = document.createElement("a");
        link.href = `#${number}`;
        link.textContent = number;
        item.append(link, ` ${nameOf(byId(number))}`);
        list.append(item);
      }
      if (n.title && !seen.has(n.title)) {
        seen.add(n.title);
        const item = document.createElement("li");
        item.className = "soft";
        item.textContent = n.title;
        list.append(item);
      }
      if (!n.parentElement) break;
    }
    if (!list.children.length) return;
    card = document.createElement("div");
    card.className = "belongs";
    card.setAttribute("role", "dialog");
    card.setAttribute("aria-label", "Findings at these words");
    card.append(list);
    document.body.append(card);
    const box = mark.getClientRects()[0];
    const left = Math.min(box.left, innerWidth - card.offsetWidth - 16);
    const below = box.bottom + 8 + card.offsetHeight < innerHeight;
    card.style.left = `${Math.max(8, left) + scrollX}px`;
    card.style.top = `${(below ? box.bottom + 8 : box.top - card.offsetHeight - 8) + scrollY}px`;
  };

  document.addEventListener("click", (event) => {
    const node = event.target;
    const cite = node.closest?.("a[href^='#s-']");
    if (cite) {
      const finding = cite.closest(".finding");
      const id = cite.getAttribute("href").slice(1);
      setTimeout(() => {
        dim();
        light(id);
        open(byId(id));
        if (beside()) showColumn(byId(id)); else offerBack(finding);
        if (finding) { all(".finding.at").forEach((n) => n.classList.remove("at")); finding.classList.add("at"); }
      });
      return;
    }
    if (node.closest?.("a, button, summary, label, input")) { if (!node.closest(".belongs")) closeCard(); else setTimeout(closeCard); return; }
    const mark = node.closest?.(".m");
    if (mark && String(getSelection()) === "") belongs(mark);
    else if (!node.closest?.(".belongs")) closeCard();
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, textarea, select")) return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "Escape") { closeCard(); dim(); }
    else if (event.key === "Enter" && event.target.matches(".finding")) showAll(event.target);
    else if (event.key === "b") { const at = find(".finding.at") || back; if (at) { location.hash = at.id || at.hash.slice(1); byId(location.hash.slice(1))?.focus(); } }
    else return;
    event.preventDefault();
  });

  const copy = async (finding, button) => {
    const url = `${location.href.split("#")[0]}#${finding.id}`;
    try { await navigator.clipboard.writeText(url); button.textContent = "Link copied"; } catch { location.hash = finding.id; button.textContent = "Link is in the address bar"; }
    live.textContent = button.textContent;
    setTimeout(() => { button.textContent = "Copy link"; }, 2000);
  };
  const button = (label, name, does) => {
    const made = document.createElement("button");
    made.type = "button";
    made.className = name;
    made.textContent = label;
    made.addEventListener("click", () => does(made));
    return made;
  };
  for (const finding of all(".saying, .point")) {
    const row = document.createElement("p");
    row.className = "acts";
    row.append(button("Show in texts", "show-all", () => showAll(finding)), button("Copy link", "copy-link", (made) => copy(finding, made)));
    finding.append(row);
  }
  for (const hidden of all(".keys[hidden]")) hidden.hidden = false;
  let before = 0; // where the page stood before the texts took the whole width
  byId("wide").addEventListener("change", () => {
    if (byId("wide").checked) { before = scrollY; byId("texts").scrollIntoView({ behavior: "instant" }); } else scrollTo({ top: before, behavior: "instant" });
  });
  addEventListener("beforeprint", () => all("details").forEach((n) => { n.open = true; }));
  addEventListener("hashchange", arrive);
  arrive();
})();
