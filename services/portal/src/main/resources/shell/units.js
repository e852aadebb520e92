// The units of a sample as fields, as they are typed: how far each is, and what has been found at it.
import { latin } from "./vault.js";

const NUMBER = /^-?\d{1,15}(\.\d{1,15})?$/;
const MOST_DEFECTS = 1_000;

// A number as people type it, also with a decimal comma or other digits, as text; null if it is none.
export const number = (typed) => {
  const plain = latin(typed.trim()).replace(",", ".").replace("−", "-");
  return NUMBER.test(plain) ? plain : null;
};

const nameOf = (unit, entry) => `u${unit}.${entry}`;
const lookedOf = (unit) => `u${unit}.looked`;
const isLookable = (sheet, unit) => unit.entries.every((entry) => !sheet.characteristics[entry].measured);

const input = (name, type, text) => {
  const field = document.createElement("input");
  field.name = name;
  field.id = name;
  field.type = type;
  if (type === "text") {
    field.inputMode = "decimal";
    field.autocomplete = "off";
    field.className = "width-10";
  }
  const label = document.createElement("label");
  if (type === "checkbox") {
    label.className = "tick";
    label.append(field, ` ${text}`);
    return label;
  }
  label.htmlFor = name;
  label.textContent = text;
  const both = document.createElement("div");
  both.className = "field";
  both.append(label, field);
  return both;
};

// The fields of all units of a sheet; `words` has those of ticks and states.
export const fields = (sheet, words) =>
  sheet.units.map((unit) => {
    const set = document.createElement("fieldset");
    set.className = "unit";
    set.dataset.unit = unit.unit;
    const legend = document.createElement("legend");
    const state = document.createElement("span");
    state.className = "state";
    legend.append(`${unit.label} `, state);
    set.append(legend);
    for (const entry of unit.entries) {
      const each = sheet.characteristics[entry];
      set.append(input(nameOf(unit.unit, entry), each.measured || each.counted ? "text" : "checkbox", each.label));
    }
    if (isLookable(sheet, unit)) set.append(input(lookedOf(unit.unit), "checkbox", words.looked));
    return set;
  });

const outside = ({ lower, upper }, value) => (lower !== null && Number(value) < lower) || (upper !== null && Number(value) > upper);

// What is typed at a unit: the result that is sent, whether anything is missing, unreadable or wrong with it.
export const resultOf = (sheet, unit, typed) => {
  const result = { unit: unit.unit, measurements: {}, defects: {} };
  let failing = false;
  const unreadable = [];
  for (const entry of unit.entries) {
    const { name, measured, lower, upper } = sheet.characteristics[entry];
    const text = typed[nameOf(unit.unit, entry)] ?? "";
    if (text === "") continue;
    const value = number(text);
    if (value === null) unreadable.push(nameOf(unit.unit, entry));
    else if (measured) {
      result.measurements[name] = value;
      failing ||= outside({ lower, upper }, value);
    } else if (Number(value) > 0) {
      result.defects[name] = Math.min(MOST_DEFECTS, Math.floor(Number(value)));
      failing = true;
    }
  }
  const isTouched = Boolean(typed[lookedOf(unit.unit)]) || failing || Object.keys(result.measurements).length > 0;
  const isComplete = isTouched && unreadable.length === 0
    && unit.required.every((entry) => sheet.characteristics[entry].name in result.measurements);
  return { result, failing, unreadable, isTouched, isComplete };
};

// Ticks that every unit is looked at which says nothing else.
export const lookedAtAll = (sheet, typed) => {
  const all = { ...typed };
  sheet.units.filter((unit) => isLookable(sheet, unit)).forEach((unit) => { all[lookedOf(unit.unit)] = "1"; });
  return all;
};

// What an inspection that was begun in the portal has typed already.
export const typedOf = (sheet) => {
  const typed = {};
  for (const result of sheet.results) {
    const unit = sheet.units.find((each) => each.unit === result.unit);
    if (!unit) continue;
    typed[lookedOf(unit.unit)] = "1";
    for (const entry of unit.entries) {
      const { name } = sheet.characteristics[entry];
      const value = result.measurements[name] ?? result.defects[name];
      if (value !== undefined) typed[nameOf(unit.unit, entry)] = String(value);
    }
  }
  return typed;
};
