"use strict";
// All that the page shows is in the page; this only moves about in it. Without it links and scrolling still work.
const stage = document.querySelector(".stage");
const picture = stage.querySelector("svg");
const nodes = Array.from(stage.querySelectorAll("a.node"));
const width = Number(picture.getAttribute("width"));
const height = Number(picture.getAttribute("height"));
let zoom = 1;

function setZoom(factor) {
  zoom = Math.min(4, Math.max(0.1, factor));
  picture.setAttribute("width", width * zoom);
  picture.setAttribute("height", height * zoom);
}

function fit(least) {
  setZoom(Math.max(least, Math.min(1, (stage.clientWidth - 2) / width)));
}

function turnTheme() {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
}

function middle(node) {
  const box = node.getBoundingClientRect();
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

// The nearest node in a direction; what lies straight ahead counts as nearer.
function neighbour(from, dx, dy) {
  const start = middle(from);
  let best = null;
  let least = Infinity;
  for (const node of nodes) {
    const at = middle(node);
    const ahead = (at.x - start.x) * dx + (at.y - start.y) * dy;
    const aside = Math.abs((at.x - start.x) * dy) + Math.abs((at.y - start.y) * dx);
    const cost = ahead + 3 * aside;
    if (node !== from && ahead > 1 && cost < least) {
      least = cost;
      best = node;
    }
  }
  return best;
}

// Shows where a node is defined, to the last line of it; null shows none.
function select(node) {
  document.querySelectorAll(".hit").forEach((line) => line.classList.remove("hit"));
  nodes.forEach((each) => {
    each.classList.toggle("current", each === node);
    if (each === node) each.setAttribute("aria-current", "true");
    else each.removeAttribute("aria-current");
  });
  if (node && node.dataset.first) {
    for (let line = Number(node.dataset.first); line <= Number(node.dataset.last); line++) {
      const shown = document.getElementById("L" + line);
      if (shown) shown.classList.add("hit");
    }
  }
}

// Not by following the link: a browser would take the focus away from the node.
nodes.forEach((node) => node.addEventListener("click", (event) => {
  const line = document.getElementById(node.getAttribute("href").slice(1));
  if (!line) return;
  event.preventDefault();
  select(node);
  line.scrollIntoView({ block: "center" });
  history.replaceState(null, "", node.getAttribute("href"));
}));
document.querySelector(".source").addEventListener("click", (event) => {
  const link = event.target.closest("a.no");
  const node = link && document.getElementById(link.getAttribute("href").slice(1));
  if (node) {
    event.preventDefault();
    select(node);
    node.focus();
    node.scrollIntoView({ block: "center", inline: "center" });
  }
});

const directions = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const node = event.target.closest ? event.target.closest("a.node") : null;
  const direction = directions[event.key];
  if (node && direction) {
    const next = neighbour(node, direction[0], direction[1]);
    if (next) {
      event.preventDefault();
      next.focus();
      next.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
  } else if (node && event.key === " ") {
    event.preventDefault();
    node.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true, view: window }));
  } else if (event.key === "Escape") {
    select(null);
    history.replaceState(null, "", location.pathname + location.search);
  } else if (event.key === "+" || event.key === "=") {
    setZoom(zoom * 1.25);
  } else if (event.key === "-") {
    setZoom(zoom / 1.25);
  } else if (event.key === "0") {
    fit(0);
  }
});

document.getElementById("in").addEventListener("click", () => setZoom(zoom * 1.25));
document.getElementById("out").addEventListener("click", () => setZoom(zoom / 1.25));
document.getElementById("fit").addEventListener("click", () => fit(0));
document.getElementById("theme").addEventListener("click", turnTheme);
document.querySelector(".tools").hidden = false;
fit(0.6);
const first = nodes.find((node) => node.getAttribute("href") === location.hash);
if (first) select(first);
