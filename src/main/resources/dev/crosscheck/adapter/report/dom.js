/** Makes an element. Text is only ever set as text: what was captured is never markup. */
function el(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (value === undefined || value === null || value === false) continue;
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((c) => c !== null && c !== undefined && c !== ""));
  return element;
}

function icon(name, label) {
  const space = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(space, "svg");
  svg.setAttribute("class", "icon " + name);
  if (label) { svg.setAttribute("role", "img"); svg.setAttribute("aria-label", label); }
  else svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(space, "use");
  use.setAttribute("href", name === "close" ? "#close" : "#v-" + name);
  svg.append(use);
  return svg;
}

/** The data that the run left in the page. */
function data(id) {
  return JSON.parse(document.getElementById(id).textContent);
}

function plural(count, word) {
  return count + " " + word + (count === 1 ? "" : "s");
}

function bytes(size) {
  if (size < 1000) return size + " B";
  return size < 1e6 ? (size / 1e3).toFixed(1) + " kB" : (size / 1e6).toFixed(1) + " MB";
}

/** Milliseconds since the attempt began. */
function moment(ms) {
  return (ms / 1000).toFixed(3) + " s";
}
