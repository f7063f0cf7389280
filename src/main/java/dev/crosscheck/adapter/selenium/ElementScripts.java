package dev.crosscheck.adapter.selenium;

/** How elements and frames are found in a page, and what counts as visible. */
final class ElementScripts {
  /** {@code visible(element)}. */
  static final String VISIBLE =
      """
      const visible = e => {
        const box = e.getBoundingClientRect();
        if (box.width === 0 || box.height === 0) return false;
        if (e.checkVisibility) {
          return e.checkVisibility({opacityProperty: true, visibilityProperty: true});
        }
        // a WebKit of 2022 has no such function
        for (let up = e; up; up = up.parentElement) {
          if (getComputedStyle(up).opacity === '0') return false;
        }
        return getComputedStyle(e).visibility === 'visible';
      };
      """;

  /** {@code frame(name)}: by name or id, else by selector. */
  static final String FRAME =
      """
      const frame = name => {
        const named = [...document.querySelectorAll('iframe, frame')]
          .find(f => f.name === name || f.id === name);
        let selected = null;
        try { selected = document.querySelector(name); } catch (e) { /* a name, not a selector */ }
        const found = named || selected;
        return found && found.contentWindow ? found : null;
      };
      """;

  /** {@code until(find)}: what it finds, once it finds something. */
  static final String WAIT =
      """
      const until = async find => {
        for (;;) {
          const found = find();
          if (found) return found;
          await new Promise(resolve => setTimeout(resolve, 20));
        }
      };
      """;

  private ElementScripts() {}
}
