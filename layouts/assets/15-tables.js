// A table that is wider than its place says so above it, and only such a table is a stop for the keyboard.
(function () {
  function look(wrapper) {
    var scrolls = wrapper.scrollWidth > wrapper.clientWidth + 1;
    wrapper.parentElement.classList.toggle("scrolls", scrolls);
    wrapper.tabIndex = scrolls ? 0 : -1;
  }
  var sizes = new ResizeObserver(function (entries) {
    entries.forEach(function (entry) { look(entry.target.closest(".table-scroll")); });
  });
  var seen = new WeakSet();
  new MutationObserver(function () {
    document.querySelectorAll(".table-scroll").forEach(function (wrapper) {
      if (seen.has(wrapper)) return;
      seen.add(wrapper);
      sizes.observe(wrapper);
      sizes.observe(wrapper.firstElementChild);
    });
  }).observe(document, {childList: true, subtree: true});
})();
