/* Mantine's Select and MultiSelect are text fields with a list that a screen reader is not told about: the role of a
   combobox and its open or closed state are missing, a list without finds has no option, and the field goes on naming
   an option that is gone (WCAG 4.1.2). Here they get what the ARIA combobox pattern asks. */
(function () {
  "use strict";

  function set(element, name, value) {
    if (element.getAttribute(name) !== value) element.setAttribute(name, value);
  }

  function complete() {
    for (const field of document.querySelectorAll('input[aria-haspopup="listbox"]')) {
      set(field, "role", "combobox");
      set(field, "aria-expanded", String(field.hasAttribute("aria-controls")));
      const active = field.getAttribute("aria-activedescendant");
      if (active && !document.getElementById(active)) field.removeAttribute("aria-activedescendant");
    }
    // The browser makes a list that scrolls a stop for Tab; Tab closes the list, and the focus would be lost.
    for (const list of document.querySelectorAll('[role="listbox"]')) set(list, "tabindex", "-1");
    for (const message of document.querySelectorAll('[role="listbox"] [class*="Select-empty"]')) {
      set(message, "role", "option");
      set(message, "aria-disabled", "true");
      set(message, "aria-selected", "false");
    }
  }

  new MutationObserver(complete).observe(document.documentElement, {
    subtree: true,
    childList: true,
    attributeFilter: ["aria-controls", "aria-activedescendant"],
  });
})();
