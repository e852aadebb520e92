// The photos that a form sends are made small when they are chosen. Without this script, or where a file is no picture, the form sends
// the file as it is, and the service says what is wrong with it.
import { small } from "./small.js";

const chosen = new WeakMap(); // file fields whose file is being made small

const makeSmall = async (field) => {
  const [file] = field.files;
  if (!file) return;
  const bytes = await small(file).catch(() => null);
  if (!bytes || field.files[0] !== file) return;
  const files = new DataTransfer();
  files.items.add(new File([bytes], file.name.replace(/\.[^.]*$/, "") + ".jpg", { type: "image/jpeg" }));
  field.files = files.files;
};

for (const field of document.querySelectorAll("input[type=file][data-small]")) {
  field.addEventListener("change", () => {
    const made = makeSmall(field).finally(() => {
      if (chosen.get(field) === made) chosen.delete(field);
    });
    chosen.set(field, made);
  });
  // The form waits for its photo.
  field.form.addEventListener("submit", (event) => {
    const made = chosen.get(field);
    if (!made) return;
    event.preventDefault();
    event.stopPropagation();
    made.finally(() => field.form.requestSubmit(event.submitter));
  });
}
