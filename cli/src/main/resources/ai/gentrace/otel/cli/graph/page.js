"use strict";
const nodes = Array.from(document.querySelectorAll(".node"));

function show(node) {
  document.querySelectorAll(".shown").forEach(each => each.classList.remove("shown"));
  if (!node) return;
  node.classList.add("shown");
  const line = document.getElementById("L" + node.dataset.line);
  if (line) {
    line.classList.add("shown");
    line.scrollIntoView({ block: "center" });
  }
}

nodes.forEach((node, index) => {
  node.addEventListener("click", () => show(node));
  node.addEventListener("keydown", event => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (event.key === "Enter" || event.key === " ") {
      show(node);
    } else if (event.key === "Escape") {
      show(null);
    } else if (step) {
      nodes[(index + step + nodes.length) % nodes.length].focus();
    } else {
      return;
    }
    event.preventDefault();
  });
});

document.querySelectorAll("#config li").forEach(line => line.addEventListener("click", () => {
  const node = nodes.find(each => "L" + each.dataset.line === line.id);
  if (node) {
    show(node);
    node.focus();
  }
}));

document.getElementById("theme").addEventListener("click", () => {
  const root = document.documentElement;
  const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
  root.dataset.theme = dark ? "light" : "dark";
});

const svg = document.querySelector("#picture svg");
const natural = Number(svg.getAttribute("width"));
let scale = Math.min(1, Math.max(.5, (document.getElementById("picture").clientWidth - 16) / natural));

function zoom(factor) {
  scale = Math.min(4, Math.max(.1, scale * factor));
  svg.setAttribute("width", natural * scale);
  svg.removeAttribute("height");
}

document.getElementById("smaller").addEventListener("click", () => zoom(1 / 1.25));
document.getElementById("larger").addEventListener("click", () => zoom(1.25));
zoom(1);
