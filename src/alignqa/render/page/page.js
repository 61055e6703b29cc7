
"use strict";
(() => {
  const root = document.documentElement;
  const byId = (id) => document.getElementById(id);
  const pairs = [...document.querySelectorAll(".pair")];
  const notes = [...document.querySelectorAll(".note[data-f]")].map((element, place) => ({
    element, place, number: element.dataset.f, severity: element.dataset.s,
    rule: element.dataset.r, pair: element.closest(".pair"), shown: true, words: null,
  }));
  const noteOf = new Map(notes.map((note) => [note.number, note]));
  const notesIn = new Map(pairs.map((pair) => [pair, []]));
  for (const note of notes) notesIn.get(note.pair).push(note);
  const placeOf = new Map(pairs.map((pair, place) => [pair, place]));
  const toggles = [...document.querySelectorAll("[data-severity]")];
  const [rule, text, only, place, ribbon, view, tip, keys] =
    ["rule", "text", "only", "place", "ribbon", "view", "tip", "keys"].map(byId);
  let current = null;

  /* Words and notes */
  const joined = new Map();
  for (const element of document.querySelectorAll("[data-f]")) {
    for (const number of element.dataset.f.split(" ")) {
      if (!joined.has(number)) joined.set(number, []);
      joined.get(number).push(element);
    }
  }
  let lit = [];
  const light = (numbers) => {
    for (const element of lit) element.classList.remove("lit");
    lit = numbers.flatMap((number) => noteOf.get(number)?.shown ? joined.get(number) : []);
    for (const element of lit) element.classList.add("lit");
  };
  const numbersAt = (target) => {
    const element = target instanceof Element ? target.closest("[data-f]") : null;
    return element ? element.dataset.f.split(" ") : current ? [current.number] : [];
  };
  document.addEventListener("pointerover", (event) => light(numbersAt(event.target)));
  document.addEventListener("focusin", (event) => light(numbersAt(event.target)));

  /* The page's own language names its words on the body; English needs no naming. */
  const told = (name, english, number, all) => (document.body.dataset[name] ?? english)
    .replace("##", all).replace("#", number);

  /* Where the reader is */
  const visible = () => notes.filter((note) => note.shown);
  const say = () => {
    const shown = visible();
    const at = current?.shown ? shown.indexOf(current) + 1 : 0;
    const some = shown.length !== notes.length;
    const of = some ? told("some", "# of ##", shown.length, notes.length) : `${shown.length}`;
    place.textContent = at ? `${at} / ${of}` : some
      ? told("someFound", "# of ## found", shown.length, notes.length)
      : told("found", "# found", shown.length);
  };
  const go = (note) => {
    if (!note) return;
    current = note;
    const words = joined.get(note.number).find((element) => element !== note.element
      && !note.element.contains(element));
    (words ?? note.element).scrollIntoView({ block: "center" });
    note.element.focus({ preventScroll: true });
    note.element.scrollIntoView({ block: "nearest" });
    say();
    keep();
  };
  const step = (by) => {
    const shown = visible();
    if (!shown.length) return;
    const from = current ? current.place : by > 0 ? -1 : notes.length;
    const next = by > 0 ? shown.find((note) => note.place > from)
      : shown.findLast((note) => note.place < from);
    go(next ?? (by > 0 ? shown[0] : shown.at(-1)));
  };

  /* Filters */
  const words = (holder, element) => (holder.get(element) ?? holder.set(element,
    element.textContent.normalize("NFKC").toLowerCase()).get(element));
  const pairWords = new WeakMap();
  const noteWords = new WeakMap();
  const filter = () => {
    const wanted = new Set(toggles.filter((toggle) => toggle.ariaPressed === "true")
      .map((toggle) => toggle.dataset.severity));
    const asked = text.value.normalize("NFKC").toLowerCase().trim();
    const narrowed = wanted.size < toggles.length || rule.value !== "";
    const hideClean = only.ariaPressed === "true";
    const changed = [];
    let skipped = 0;
    let left = 0;
    for (const pair of pairs) {
      const hit = !asked || words(pairWords, pair).includes(asked);
      const sidesHit = hit && (!asked || [...pair.querySelectorAll(".side")]
        .some((side) => words(noteWords, side).includes(asked)));
      let found = 0;
      for (const note of notesIn.get(pair)) {
        const shown = hit && wanted.has(note.severity) && (!rule.value || note.rule === rule.value)
          && (sidesHit || words(noteWords, note.element).includes(asked));
        if (shown !== note.shown) changed.push(note);
        note.shown = shown;
        found += shown;
      }
      const worth = narrowed ? found : hideClean ? hit && !pair.classList.contains("clean") : hit;
      pair.classList.toggle("off", !worth);
      if (!worth) {
        skipped += 1;
        continue;
      }
      left += 1;
      if (skipped) pair.dataset.skipped =
        `⋯ ${told("skipped", `# pair${skipped === 1 ? "" : "s"} not shown`, skipped)}`;
      else if (pair.dataset.skipped) delete pair.dataset.skipped;
      skipped = 0;
    }
    for (const element of new Set(changed.flatMap((note) => joined.get(note.number)))) {
      const shown = element.dataset.f.split(" ").some((number) => noteOf.get(number).shown);
      element.classList.toggle("off", !shown);
    }
    const counts = Object.groupBy(visible(), (note) => note.severity);
    for (const toggle of toggles) {
      const all = notes.filter((note) => note.severity === toggle.dataset.severity).length;
      const some = counts[toggle.dataset.severity]?.length ?? 0;
      toggle.querySelector(".count").textContent =
        some === all || toggle.ariaPressed === "false" ? all : `${some}/${all}`;
    }
    byId("none").hidden = left > 0 || !pairs.length;
    mark(asked);
    say();
  };
  /* The words asked for are marked without touching the document, where the browser can. */
  const mark = (asked) => {
    if (!("highlights" in CSS)) return;
    CSS.highlights.delete("asked");
    if (asked.length < 2) return;
    const ranges = [];
    for (const pair of pairs) {
      if (pair.classList.contains("off")) continue;
      const walk = document.createTreeWalker(pair, NodeFilter.SHOW_TEXT);
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        const at = node.data.toLowerCase().indexOf(asked);
        if (at < 0) continue;
        const range = new Range();
        range.setStart(node, at);
        range.setEnd(node, Math.min(at + asked.length, node.length));
        ranges.push(range);
      }
      if (ranges.length > 500) break;
    }
    CSS.highlights.set("asked", new Highlight(...ranges));
  };
  const clear = () => {
    for (const toggle of toggles) toggle.ariaPressed = "true";
    rule.value = "";
    text.value = "";
    only.ariaPressed = "false";
    filter();
    keep();
  };

  /* The state stands in the address, and nowhere else. */
  const keep = () => {
    const state = new URLSearchParams();
    const hidden = toggles.filter((toggle) => toggle.ariaPressed === "false");
    if (hidden.length) state.set("hide", hidden.map((toggle) => toggle.dataset.severity).join("."));
    if (rule.value) state.set("rule", rule.value);
    if (text.value) state.set("text", text.value);
    if (only.ariaPressed === "true") state.set("clean", "hidden");
    if (root.dataset.theme) state.set("theme", root.dataset.theme);
    if (current) state.set("at", current.number);
    const hash = state.size ? `#${state}` : "#";
    if (hash !== (location.hash || "#")) history.replaceState(null, "", hash);
  };
  const restore = () => {
    const hash = location.hash.slice(1);
    const named = /^[fw](\d+)$/.exec(hash);
    if (named) return go(noteOf.get(named[1]));
    if (hash && !hash.includes("=")) return undefined;
    const state = new URLSearchParams(hash);
    const hidden = (state.get("hide") ?? "").split(".");
    for (const toggle of toggles) toggle.ariaPressed = String(!hidden.includes(toggle.dataset.severity));
    rule.value = state.get("rule") ?? "";
    if (rule.selectedIndex < 0) rule.value = "";
    text.value = state.get("text") ?? "";
    only.ariaPressed = String(state.get("clean") === "hidden");
    if (["light", "dark"].includes(state.get("theme"))) root.dataset.theme = state.get("theme");
    filter();
    return go(noteOf.get(state.get("at")));
  };

  /* The ribbon */
  const pairAt = (event) => {
    const box = ribbon.getBoundingClientRect();
    const at = Math.floor((event.clientX - box.left) / box.width * pairs.length);
    return pairs[Math.max(0, Math.min(at, pairs.length - 1))];
  };
  ribbon.addEventListener("click", (event) => {
    let pair = pairs.length ? pairAt(event) : null;
    while (pair?.classList.contains("off")) pair = pairs[placeOf.get(pair) + 1];
    pair?.scrollIntoView({ block: "start" });
  });
  ribbon.addEventListener("pointermove", (event) => {
    if (!pairs.length) return;
    tip.textContent = pairAt(event).ariaLabel;
    tip.hidden = false;
    const most = root.clientWidth - tip.offsetWidth;
    tip.style.transform = `translateX(${Math.max(0, Math.min(event.clientX + 8, most))}px)`;
  });
  ribbon.addEventListener("pointerleave", () => { tip.hidden = true; });
  const inSight = new Set();
  const watch = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) inSight.add(placeOf.get(target));
      else inSight.delete(placeOf.get(target));
    }
    if (!inSight.size) return;
    const first = Math.min(...inSight);
    view.style.left = `${first / pairs.length * 100}%`;
    view.style.width = `${(Math.max(...inSight) + 1 - first) / pairs.length * 100}%`;
  });
  for (const pair of pairs) watch.observe(pair);

  /* Listeners */
  const turn = (toggle) => {
    toggle.ariaPressed = String(toggle.ariaPressed !== "true");
    filter();
    keep();
  };
  const theme = () => {
    const dark = root.dataset.theme ? root.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = dark ? "light" : "dark";
    keep();
  };
  const actions = {
    previous: () => step(-1), next: () => step(1), theme, clear,
    help: () => keys.showModal(), only: () => turn(only),
  };
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.dataset.severity) return turn(button);
    if (button) return actions[button.id]?.();
    if (event.target.closest("summary") || !getSelection().isCollapsed) return undefined;
    const link = event.target.closest("a[data-f], .note > p > a");
    if (link) event.preventDefault();
    const number = event.target.closest("[data-f]")?.dataset.f.split(" ")[0];
    return number ? go(noteOf.get(number)) : undefined;
  });
  let waiting = 0;
  text.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { filter(); keep(); }, 120);
  });
  rule.addEventListener("change", () => { filter(); keep(); });
  addEventListener("hashchange", restore);
  addEventListener("beforeprint", () => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });
  const pressed = {
    j: () => step(1), n: () => step(1), k: () => step(-1), p: () => step(-1),
    "/": () => text.focus(), "?": () => keys.showModal(), t: theme, c: () => turn(only),
  };
  ["critical", "major", "minor"].forEach((severity, at) => {
    const toggle = toggles.find((other) => other.dataset.severity === severity);
    pressed[at + 1] = () => toggle && turn(toggle);
  });
  const escape = () => {
    if (document.activeElement !== document.body) document.activeElement.blur();
    if (current) {
      current = null;
      light([]);
      say();
      keep();
    } else clear();
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || keys.open) return;
    if (event.key === "Escape") return escape();
    if (event.target.closest("input, select, textarea")) return;
    if (!Object.hasOwn(pressed, event.key)) return;
    event.preventDefault();
    pressed[event.key]();
  });

  restore();
  root.dataset.ready = "";
})();
