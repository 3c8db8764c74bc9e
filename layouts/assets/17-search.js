// A search changes the page without loading the site anew, as a link does; without this script the form itself does it.
(function () {
  document.addEventListener("submit", function (event) {
    var form = event.target.closest(".search-form");
    if (!form) return;
    event.preventDefault();
    var query = form.querySelector("input").value.trim(), version = window.readVersion();
    var asked = new URLSearchParams(query ? {q: query} : {});
    if (version) asked.set("versie", version);
    var address = form.getAttribute("action") + String(asked).replace(/^(?=.)/, "?");
    document.querySelectorAll(".menu[open]").forEach(function (menu) { menu.open = false; });
    if (address === location.pathname + location.search) return;
    history.pushState({}, "", address);
    window.dispatchEvent(new CustomEvent("_dashprivate_pushstate"));
    window.scrollTo(0, 0);
  });
})();
