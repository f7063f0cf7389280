const TOKEN = /("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|\b(true|false|null)\b/g;
const LONGEST_COLOURED = 20000;

/** A block of text; JSON gets quiet colours. */
function code(text, kind) {
  const pre = el("pre", { class: "code", tabindex: "0" });
  if (kind !== "json" || text.length > LONGEST_COLOURED) {
    pre.textContent = text;
    return pre;
  }
  let end = 0;
  for (const token of text.matchAll(TOKEN)) {
    pre.append(text.slice(end, token.index));
    const style = token[1] ? (token[2] ? "k" : "s") : token[3] ? "n" : "l";
    pre.append(el("span", { class: style }, token[1] || token[0]), token[2] || "");
    end = token.index + token[0].length;
  }
  pre.append(text.slice(end));
  return pre;
}
