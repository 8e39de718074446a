"use strict";
/* Comfort only: search and keys. The list is complete and in order without it. */
(() => {
  const byId = (id) => document.getElementById(id);
  const rows = [...document.querySelectorAll(".rows > li")];
  const fold = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  const box = byId("find");
  const only = byId("only-differ");
  const single = byId("single");
  const wasOpen = single ? single.open : false;
  let texts = null;
  let timer = 0;

  const search = () => {
    const words = fold(box.value).split(/\s+/).filter(Boolean);
    texts ??= rows.map((row) => fold(row.textContent));
    let shown = 0;
    rows.forEach((row, at) => {
      const fits = words.every((word) => texts[at].includes(word)) && (!only.checked || row.querySelector(".badge"));
      row.hidden = !fits;
      if (fits) shown += 1;
    });
    const asked = words.length > 0 || only.checked;
    if (single) single.open = asked ? true : wasOpen;
    byId("found").textContent = asked ? `${shown.toLocaleString("en")} of ${rows.length.toLocaleString("en")} ${rows.length === 1 ? "story" : "stories"}` : "";
  };
  const later = () => { clearTimeout(timer); timer = setTimeout(search, 80); };
  const visible = () => rows.filter((row) => !row.hidden && row.getClientRects().length);
  const step = (by) => {
    const list = visible();
    const here = list.indexOf(document.activeElement?.closest("li"));
    list[Math.min(list.length - 1, Math.max(0, here + by))]?.querySelector("a").focus();
  };

  box.addEventListener("input", later);
  only.addEventListener("change", search);
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target === box) {
      if (event.key === "Escape") { box.value = ""; search(); }
      else if (event.key === "ArrowDown" || event.key === "Enter") { search(); step(1); }
      else return;
    } else if (event.key === "/") { box.focus(); box.select(); }
    else if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else return;
    event.preventDefault();
  });
  for (const hidden of document.querySelectorAll(".tools, .keys")) hidden.hidden = false;
  if (box.value) search();
})();
