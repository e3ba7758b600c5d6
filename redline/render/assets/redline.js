"use strict";
// The HTML redline: which text is shown, the next change, which operations are marked, what is said of a change.
// All text is in the page; this script only shows and hides it. Nothing is fetched and nothing is stored.
(() => {
  const root = document.documentElement;
  root.classList.add("js");
  const id = (name) => document.getElementById(name);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const law = () => id("redline-law");
  let view = "marked";

  // --- which text is shown ---

  const hiddenIn = { base: ".oa, ins", amended: ".ob, del" };
  const shown = (element) => !(hiddenIn[view] && element.closest(hiddenIn[view]));

  function show(next) {
    if (next === view) return;
    const [top, offset] = firstOnScreen();
    if (view === "side") leaveSide();
    view = next;
    root.dataset.view = view;
    law().className = { base: "show-b", amended: "show-a", marked: "marks", side: "marks side" }[view];
    setSpans(law(), view === "base" || view === "amended" ? view : "");
    setLevels();
    if (view === "side") enterSide(top);
    const stay = () => top && shown(top) && window.scrollBy(0, top.getBoundingClientRect().top - offset);
    stay();
    requestAnimationFrame(stay);
  }

  /** Where a heading is in one text only, those below it are one level higher in the other. */
  function setLevels() {
    const headings = all("h1, h2, h3, h4, h5, h6", law());
    if (!headings.some((heading) => heading.matches(".ob, .oa"))) return;
    const open = [];
    for (const heading of headings) {
      heading.removeAttribute("aria-level");
      if (view === "marked" || !shown(heading)) continue;
      const level = Number(heading.tagName[1]);
      while (open.length && open.at(-1) >= level) open.pop();
      open.push(level);
      if (open.length !== level) heading.setAttribute("aria-level", open.length);
    }
  }

  /** The first block on the screen and where it is there, so that the reader stays where they were. */
  function firstOnScreen() {
    const bar = document.querySelector(".bar").getBoundingClientRect().bottom;
    const text = law().getBoundingClientRect();
    if (text.top > bar) return [null, 0];
    const there = document.elementFromPoint(text.left + Math.min(80, text.width / 2), Math.max(bar, 0) + 24);
    const pair = there?.closest(".pair");
    const block = pair ? pairs.get(pair)[0] : there?.closest("#redline-law :is(p, h1, h2, h3, h4, h5, h6, table)");
    return [block, block?.getBoundingClientRect().top];
  }

  /** Cells reach over other columns and rows in each text; `text` is base, amended, or empty for both. */
  function setSpans(within, text) {
    for (const cell of all("[data-base]", within)) {
      if (!cell.dataset.both) cell.dataset.both = `${cell.colSpan} ${cell.rowSpan}`;
      [cell.colSpan, cell.rowSpan] = cell.dataset[text || "both"].split(" ").map(Number);
    }
  }

  // --- side by side: what stays is copied into the left column, part by part as it comes near the screen ---

  let watcher = null;
  const pairs = new Map();

  function enterSide(top) {
    const part = top?.closest(".k");
    if (part) [part.previousElementSibling, part].filter((near) => near?.matches(".k")).forEach(pairUp);
    watcher = new IntersectionObserver(
      (entries) => entries.filter((entry) => entry.isIntersecting).forEach((entry) => pairUp(entry.target)),
      { rootMargin: "1200px" },
    );
    for (const part of all(".k, .notes", law())) watcher.observe(part);
  }

  function leaveSide() {
    watcher.disconnect();
    for (const [pair, blocks] of pairs) pair.replaceWith(...blocks);
    pairs.clear();
    for (const part of all("[data-paired]", law())) delete part.dataset.paired;
    setSpans(law(), "");
  }

  function pairUp(part) {
    if (part.dataset.paired) return;
    part.dataset.paired = "yes";
    let changed = [];
    const put = () => {
      const of = (kind) => changed.filter((block) => block.matches(kind));
      if (changed.length) pair(of(".ob"), of(".oa"), changed);
      changed = [];
    };
    for (const block of all(":scope > *, :scope > blockquote > *", part)) {
      if (block.matches(".ob, .oa")) changed.push(block);
      else put();
      if (!block.matches(".ob, .oa, blockquote, #redline-notes")) pair([copyOf(block)], [block], [block]);
    }
    put();
  }

  /** A row of both columns. What is only in the old text is moved to the left, and nothing of it is copied. */
  function pair(old, fresh, originals) {
    const row = document.createElement("div");
    row.className = "pair";
    originals[0].before(row);
    for (const [name, blocks] of [["show-b", old], ["show-a", fresh]]) {
      const column = document.createElement("div");
      column.className = name;
      column.append(...blocks);
      row.append(column);
    }
    setSpans(row.firstChild, "base");
    setSpans(row.lastChild, "amended");
    pairs.set(row, originals);
  }

  function copyOf(block) {
    const copy = block.cloneNode(true);
    for (const element of [copy, ...all("[id]", copy)]) element.removeAttribute("id");
    // A number stands once: in the copy only where the original does not show it.
    for (const number of all(".why, .end", copy)) {
      if (number.closest(".ob, del")) continue;
      number.remove();
    }
    return copy;
  }

  window.addEventListener("beforeprint", () => {
    if (view === "side") all(".k, .notes", law()).forEach(pairUp);
  });

  // --- from change to change ---

  let at = null;

  /** The numbers of changes that can be gone to: those filtered out, and those of the other column, are not. */
  function numbers() {
    return all(".why", law()).filter((number) => {
      if (number.classList.contains("faint")) return false;
      if (view === "side") return !number.closest(".show-a .ob, .show-b .oa");
      return shown(number.closest("p, h1, h2, h3, h4, h5, h6, td, th, .note"));
    });
  }

  function step(by) {
    const list = numbers();
    const place = id("redline-place");
    if (!list.length) {
      place.value = place.dataset.of.replace("{place}", 0).replace("{total}", 0);
      return;
    }
    const from = document.activeElement?.closest?.(".why") || (at?.isConnected ? at : null);
    let next = from ? list.indexOf(from) : -1;
    if (from && next < 0) {
      // What was gone to last is not in the list any more: on from where it stands.
      const behind = list.findIndex((n) => from.compareDocumentPosition(n) & Node.DOCUMENT_POSITION_FOLLOWING);
      next = behind < 0 ? (by > 0 ? list.length - 1 : list.length) : by > 0 ? behind - 1 : behind;
    } else if (!from && by < 0) next = 0;
    next = (next + by + list.length) % list.length;
    at = list[next];
    place.value = place.dataset.of.replace("{place}", next + 1).replace("{total}", list.length);
    goTo(at);
  }

  function goTo(number) {
    const clean = view === "base" || view === "amended";
    const target = clean ? number.closest("p, h1, h2, h3, h4, h5, h6, td, th") : number;
    if (clean) target.tabIndex = -1;
    target.scrollIntoView({ block: "center" });
    target.focus({ preventScroll: true });
    if (clean) tell(number.dataset.op);
  }

  // --- what is said of a change ---

  let waiting = 0;
  let asked = null;

  function tell(operation) {
    const entry = entryOf(operation);
    if (!entry) return;
    const panel = id("redline-panel");
    const copy = entry.cloneNode(true);
    for (const element of [copy, ...all("[id]", copy)]) element.removeAttribute("id");
    panel.querySelector("div").replaceChildren(...copy.childNodes);
    panel.hidden = false;
    for (const mark of all(".lit")) mark.classList.remove("lit");
    for (const mark of all(`[data-op="${CSS.escape(operation)}"]`, law())) mark.classList.add("lit");
  }

  function untell() {
    const panel = id("redline-panel");
    const inside = panel.contains(document.activeElement);
    panel.hidden = true;
    for (const mark of all(".lit")) mark.classList.remove("lit");
    if (inside && asked?.isConnected) asked.focus();
  }

  const entryOf = (operation) => all("#redline-operations > ol > li").find((e) => e.dataset.op === operation);
  const markOf = (target) => target.closest?.("#redline-law :is(ins, del, .why, tr[data-op], td[data-op], th[data-op])");

  document.addEventListener("focusin", (event) => {
    const number = event.target.closest?.(".why");
    if (!number) return;
    at = number;
    tell(number.dataset.op);
  });
  document.addEventListener("mouseover", (event) => {
    clearTimeout(waiting);
    const mark = markOf(event.target);
    if (mark && view !== "base" && view !== "amended") waiting = setTimeout(() => tell(mark.dataset.op), 250);
  });

  document.addEventListener("click", (event) => {
    const target = event.target;
    if (target.closest("#redline-next")) return step(1);
    if (target.closest("#redline-previous")) return step(-1);
    if (target.closest("#redline-panel > button")) return untell();
    const number = target.closest(".why");
    if (number) {
      // Enter on a number leads into what is said of it, Escape back.
      event.preventDefault();
      asked = number;
      tell(number.dataset.op);
      return id("redline-panel").querySelector("div").focus();
    }
    const link = target.closest('a[href^="#"]');
    if (link && follow(link.getAttribute("href"))) return event.preventDefault();
    const mark = markOf(target);
    if (mark && view !== "base" && view !== "amended") tell(mark.dataset.op);
  });

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Escape") {
      const open = event.target.closest?.(".filter[open]");
      if (!open) return untell();
      open.open = false;
      return open.querySelector("summary").focus();
    }
    if (!id("redline-keys")?.checked) return;
    if (event.target.closest?.("input:not([type=radio], [type=checkbox]), select, textarea")) return;
    const by = { n: 1, j: 1, p: -1, k: -1 }[event.key];
    if (!by) return;
    event.preventDefault();
    step(by);
  });

  // --- links by identifier: one identifier can be two provisions, that of the base and the new one ---

  function follow(href) {
    const name = CSS.escape(decodeURIComponent(href.slice(1)));
    const wanted = [`#${name}`, `[data-eid~="${name}"]`];
    const order = view === "amended" ? [`[data-after~="${name}"]`, ...wanted] : [...wanted, `[data-after~="${name}"]`];
    const found = order.flatMap((selector) => all(selector)).find((element) => shown(element));
    if (!found || (found.id && view !== "amended" && view !== "base")) return false;
    history.pushState(null, "", href);
    for (const old of all(".here")) old.classList.remove("here");
    found.classList.add("here");
    found.scrollIntoView();
    if (found.matches("a, [tabindex]")) found.focus({ preventScroll: true });
    return true;
  }

  // --- which operations are marked ---

  function filter(form) {
    const wanted = new FormData(form);
    const entries = all("#redline-operations > ol > li");
    const fits = (entry, key) => !wanted.get(key) || wanted.get(key) === `=${entry.dataset[key]}`;
    const left = entries.filter((entry) => ["op", "author", "from"].every((key) => fits(entry, key)));
    const chosen = new Set(left.map((entry) => entry.dataset.op));
    for (const mark of all("[data-op]", law())) mark.classList.toggle("faint", !chosen.has(mark.dataset.op));
    for (const item of all("#redline-outline li[data-op]")) item.hidden = !chosen.has(item.dataset.op);
    for (const item of all("#redline-outline > ol > li")) item.hidden = !item.querySelector("li:not([hidden])");
    for (const entry of entries) entry.hidden = !chosen.has(entry.dataset.op);
    const said = id("redline-matching");
    const narrowed = left.length < entries.length;
    said.value = narrowed ? said.dataset.of.replace("{shown}", left.length).replace("{total}", entries.length) : "";
    root.classList.toggle("filtered", narrowed);
    at = null;
  }

  document.addEventListener("change", (event) => {
    if (event.target.name === "view") show(event.target.value);
    else if (event.target.form?.id === "redline-filter") filter(event.target.form);
  });
  document.addEventListener("reset", (event) => setTimeout(() => filter(event.target)));
})();
