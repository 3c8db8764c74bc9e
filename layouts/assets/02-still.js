/* Shows the content of a `Still` (`layouts/still.py`): the same elements and links that Dash would make, without a
   subscription for each. React and Dash's own link are those that Dash loaded. */
(function () {
  "use strict";

  function show(content, key) {
    if (Array.isArray(content)) {
      return content.map(show);
    }
    return content !== null && typeof content === "object" ? element(content, key) : content;
  }

  function element({ type, namespace, props }, key) {
    const { children, content, ...rest } = props;
    if (type === "Still") {
      return show(content, key);
    }
    const made = namespace === "dash_html_components" ? type.toLowerCase() : window.dash_core_components[type];
    return window.React.createElement(made, { key, ...rest }, show(children));
  }

  window.integratie = { Still: ({ content }) => show(content) ?? null };
})();
