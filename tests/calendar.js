// calendar.js - what ical.js reads of calendars, as JSON: node calendar.js FILE...
const fs = require("fs");
const ICAL = require(
    process.env.TOP + "/build/node_modules/ical.js/dist/ical.es5.cjs");

const RUNS = 60;

function days(event) {
  const runs = event.iterator(), found = [];
  for (let day; found.length < RUNS && (day = runs.next());)
    found.push(day.toString());
  return found;
}

function told(item) {
  const found = { kind: item.name };
  for (const property of item.getAllProperties())
    found[property.name] = String(property.getFirstValue());
  if (item.name === "vevent")
    found.runs = days(new ICAL.Event(item));
  return found;
}

const all = {};
for (const file of process.argv.slice(2)) {
  const calendar = new ICAL.Component(
      ICAL.parse(fs.readFileSync(file, "utf8")));
  all[file] = [calendar, ...calendar.getAllSubcomponents()].map(told);
}
console.log(JSON.stringify(all));
