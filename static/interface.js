// Says in the visitor's language what Streamlit's own interface says in English, and keeps <html lang> true.
// The words stand in the document as data: Streamlit's, English, Indonesian; the address says which language is shown.

const WORDS = JSON.parse(document.getElementById("interface-words").textContent);
const ATTRIBUTES = ["aria-label", "title", "placeholder", "alt"];
const UNTOUCHED = ".js-plotly-plot, script, style, canvas";
const HOLE = "{}";

function table(pairs) {
  const exact = new Map(pairs.filter(([from]) => !from.includes(HOLE)));
  const patterns = pairs
    .filter(([from]) => from.includes(HOLE))
    .sort(([one], [other]) => other.length - one.length)
    .map(([from, to]) => {
      const parts = from.split(HOLE).map((part) => part.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"));
      return [new RegExp(`^${parts.join("(.+)")}$`), to];
    });
  return { exact, patterns };
}

const TABLES = {
  id: table(WORDS.flatMap(([theirs, english, indonesian]) => [[theirs, indonesian], [english, indonesian]])),
  en: table(WORDS.flatMap(([theirs, english, indonesian]) => [[theirs, english], [indonesian, english]])),
};

function language() {
  return new URLSearchParams(location.search).get("lang") === "en" ? "en" : "id";
}

function translated(words, { exact, patterns }) {
  const found = exact.get(words);
  if (found !== undefined) {
    return found;
  }
  for (const [pattern, to] of patterns) {
    const match = words.match(pattern);
    if (match) {
      return to.replace(HOLE, match[1]);
    }
  }
  return undefined;
}

function renew(lang, words, write) {
  const found = words && translated(words.trim(), TABLES[lang]);
  if (found !== undefined && found !== null && found !== "" && found !== words) {
    write(found);
  }
}

function visitElement(lang, element) {
  for (const name of ATTRIBUTES) {
    renew(lang, element.getAttribute(name), (words) => element.setAttribute(name, words));
  }
}

function visit(lang, root) {
  if (root.nodeType === Node.TEXT_NODE) {
    renew(lang, root.data, (words) => { root.data = words; });
    return;
  }
  if (root.nodeType !== Node.ELEMENT_NODE || root.closest(UNTOUCHED)) {
    return;
  }
  visitElement(lang, root);
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) =>
    node.nodeType === Node.ELEMENT_NODE && node.matches(UNTOUCHED) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  while (walker.nextNode()) {
    const node = walker.currentNode;
    if (node.nodeType === Node.TEXT_NODE) {
      renew(lang, node.data, (words) => { node.data = words; });
    } else {
      visitElement(lang, node);
    }
  }
}

let shown = language();
visit(shown, document.body);

new MutationObserver((records) => {
  const lang = language();
  if (lang !== shown) {
    shown = lang;
    document.documentElement.lang = lang;
    visit(lang, document.body);
    return;
  }
  for (const record of records) {
    if (record.type === "childList") {
      record.addedNodes.forEach((node) => visit(lang, node));
    } else if (record.type === "attributes") {
      if (!record.target.closest(UNTOUCHED)) visitElement(lang, record.target);
    } else if (!record.target.parentElement?.closest(UNTOUCHED)) {
      visit(lang, record.target);
    }
  }
}).observe(document.body, {
  subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES,
});

// On a phone the button of the menu goes away when the menu opens, and the keyboard's place with it.
const OPEN = "[data-testid=stExpandSidebarButton]";
const CLOSE = "[data-testid=stSidebarCollapseButton] button";

function follow(place, tries = 30) {
  const button = document.querySelector(place);
  if (button) {
    button.focus();
  } else if (tries > 0) {
    requestAnimationFrame(() => follow(place, tries - 1));
  }
}

document.addEventListener("click", (event) => {
  if (event.target.closest?.(OPEN)) follow(CLOSE);
  if (event.target.closest?.(CLOSE)) follow(OPEN);
});
