// Everything works without this script; with it, errors get the focus, a form is sent once, and parts renew themselves.
"use strict";

// The summary of errors is read out and can be left by keyboard.
const focusErrors = (root) => root.querySelector("[data-focus]")?.focus();

// A second click while the first is under way sends nothing; the idempotency key would make it one effect anyway.
document.addEventListener("submit", (event) => {
  const form = event.target;
  // The page stays where a file is answered with, and its form can be sent again.
  if (form.method !== "post" || event.submitter?.hasAttribute("data-download")) return;
  if (form.dataset.sending) {
    event.preventDefault();
    return;
  }
  form.dataset.sending = "true";
  form.querySelectorAll("button[type=submit], button:not([type])").forEach((button) => button.setAttribute("aria-busy", "true"));
});

// A page that the browser shows again from its memory can be sent again.
window.addEventListener("pageshow", () => {
  document.querySelectorAll("form[data-sending]").forEach((form) => {
    delete form.dataset.sending;
    form.querySelectorAll("[aria-busy]").forEach((button) => button.removeAttribute("aria-busy"));
  });
});

// A part of a page that cannot be renewed, because the session has ended, says so instead of showing a sign-in page inside.
document.addEventListener("htmx:responseError", (event) => {
  if (event.detail.xhr.status === 499 || event.detail.xhr.status === 401) {
    document.querySelector("#session-ended")?.removeAttribute("hidden");
  }
});

// After a part was swapped, the focus stays where it was, or goes to the errors.
document.addEventListener("htmx:afterSettle", (event) => focusErrors(event.target));
document.addEventListener("DOMContentLoaded", () => focusErrors(document));

// A part that renews itself is another element afterwards: the focus goes to what stands at its place there.
const stopsOf = (part) => [...part.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")];
let focused = null;
document.addEventListener("htmx:beforeSwap", (event) => {
  const part = event.detail.target;
  focused = part.contains(document.activeElement) ? { id: part.id, stop: stopsOf(part).indexOf(document.activeElement) } : null;
});
document.addEventListener("htmx:afterSettle", () => {
  const part = focused && document.getElementById(focused.id);
  if (part && document.activeElement === document.body) stopsOf(part)[focused.stop]?.focus({ preventScroll: true });
  focused = null;
});

// On a narrow screen each row of a table is read from top to bottom, with the name of the column before each value, and nothing
// has to be scrolled sideways. Roles say that it stays a table, however it is laid out.
const roles = { TABLE: "table", THEAD: "rowgroup", TBODY: "rowgroup", TFOOT: "rowgroup", TR: "row", TD: "cell" };
const nameCells = (root) => {
  for (const table of root.querySelectorAll(".scroll > table:not(.entry):not(.stacked)")) {
    const headers = [...(table.tHead?.rows[0]?.cells ?? [])];
    if (table.tHead?.rows.length !== 1 || headers.some((header) => header.colSpan > 1)) continue;
    table.classList.add("stacked");
    table.tHead.classList.toggle("unsortable", table.tHead.querySelector("a, button") === null);
    for (const header of headers) {
      header.setAttribute("role", "columnheader");
      header.classList.toggle("sortable", header.querySelector("a, button") !== null);
    }
    for (const part of [table, ...table.querySelectorAll("thead, tbody, tfoot, tr, td")]) part.setAttribute("role", roles[part.tagName]);
    for (const row of table.querySelectorAll("tbody > tr, tfoot > tr")) {
      for (const cell of row.cells) {
        if (cell.tagName === "TH") cell.setAttribute("role", "rowheader");
        if (row.cells.length === headers.length) cell.dataset.label = headers[cell.cellIndex].textContent.trim().replace(/\s+/g, " ");
      }
    }
  }
};
document.addEventListener("DOMContentLoaded", () => nameCells(document));
document.addEventListener("htmx:afterSettle", (event) => nameCells(event.target.parentElement ?? document));
