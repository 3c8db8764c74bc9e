// Tell who cannot see it what moved when the groups of a figure are defined in another way (layouts/regroup.py).
document.addEventListener("change", function (event) {
  var box = event.target.closest && event.target.closest(".regroup");
  if (!box) return;
  var told = box.querySelector("[role=status]");
  told.textContent = told.getAttribute("data-" + event.target.value.replaceAll("_", "-"));
});
