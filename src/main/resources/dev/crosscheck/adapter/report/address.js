/** Whether a scenario is for every plugin; it may have the name of a plugin's own. */
function shared(scenario) {
  return scenario.startsWith("conformance/");
}

/** What a cell is called in the address bar: `#plugin/device/scenario`. */
function address(cell) {
  const slug = shared(cell.scenario) ? cell.scenario : cell.scenario.slice(cell.scenario.indexOf("/") + 1);
  return "#" + [cell.plugin, cell.device, slug].map(encodeURIComponent).join("/");
}

/** Takes `#plugin/device/scenario?device=a,b&find=words` apart; either part may be missing. */
function addressParts(hash) {
  const at = hash.indexOf("?");
  return at < 0 ? [hash, ""] : [hash.slice(0, at), hash.slice(at)];
}

/** The `?device=a,b&find=words` of these filters; empty where nothing is filtered. */
function filterText(filters, words) {
  const parts = Object.entries(filters).filter(([, chosen]) => chosen.size)
    .map(([name, chosen]) => name + "=" + [...chosen].map(encodeURIComponent).join(","));
  if (words) parts.push("find=" + encodeURIComponent(words));
  return parts.length ? "?" + parts.join("&") : "";
}
