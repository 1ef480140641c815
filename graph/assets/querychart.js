// Answers as charts: bars where a column of names stands beside one of numbers, a line where the names are years. Drawn at the width there is.
(function () {
  "use strict";
  var forumgraph = window.forumgraph = window.forumgraph || {}, MOST = 30, SVG = "http://www.w3.org/2000/svg";

  function node(name, values, words) {
    var made = document.createElementNS(SVG, name);
    Object.keys(values).forEach(function (key) { made.setAttribute(key, typeof values[key] === "number" ? Math.round(values[key] * 10) / 10 : values[key]); });
    if (words) { made.textContent = words; }
    return made;
  }

  function titled(made, words) {
    made.appendChild(node("title", {}, words));
    return made;
  }

  function cut(words, length) {
    return words.length <= length ? words : words.slice(0, length - 1).trimEnd() + "…";
  }

  function figure(value) {
    return value.toLocaleString("en", { maximumFractionDigits: 2 });
  }

  // The columns that can be drawn: of numbers, and of names for them.
  function columns(result) {
    var numbers = result.columns.filter(function (name) {
      var there = result.rows.filter(function (row) { return row[name]; });
      return there.length && there.every(function (row) { return forumgraph.table.number(row[name]); });
    });
    return { numbers: numbers, labels: result.columns.filter(function (name) { return numbers.indexOf(name) < 0 || /^year$/i.test(name); }) };
  }

  function year(value) {
    var found = /^([12]\d{3})(?:-\d\d){0,2}(?:T.*)?$/.exec(value);
    return found && Number(found[1]);
  }

  // Numbers summed by name, in the order in which the names come; by year where all names are years or days.
  function summed(result, label, number) {
    var sums = new Map(), there = result.rows.filter(function (row) { return row[label] && row[number]; }),
      years = there.length > 0 && there.every(function (row) { return year(row[label].value); });
    there.forEach(function (row) {
      var term = row[label], name = years ? year(term.value) : term.type === "uri" ? term.value.replace(/^.*[/#](?=.)/, "") : term.value;
      sums.set(name, (sums.get(name) || 0) + Number(row[number].value));
    });
    return { years: years, points: Array.from(sums) };
  }

  function bars(points, width) {
    var wide = width > 620, line = wide ? 28 : 46, left = wide ? Math.round(width * 0.38) : 0, parts = [],
      most = Math.max.apply(null, points.map(function (each) { return Math.abs(each[1]); })) || 1;
    points.forEach(function (each, index) {
      var y = index * line, length = Math.max((width - left - 70) * Math.abs(each[1]) / most, 1), low = wide ? y + 5 : y + 22;
      parts.push(titled(node("text", { x: wide ? left - 12 : 0, y: y + 17, "text-anchor": wide ? "end" : "start" }, cut(String(each[0]), Math.floor((wide ? left : width) / 7.2))), String(each[0])));
      parts.push(node("rect", { "class": "a", x: left, y: low, width: length, height: 16 }));
      parts.push(node("text", { "class": "soft", x: left + length + 8, y: low + 13 }, figure(each[1])));
    });
    return { parts: parts, height: points.length * line + 6 };
  }

  // A step of 1, 2 or 5 times a power of ten, so that there are about four lines.
  function step(most) {
    var rough = most / 4, power = Math.pow(10, Math.floor(Math.log10(rough || 1)));
    return [1, 2, 5, 10].map(function (each) { return each * power; }).find(function (each) { return each >= rough; }) || 1;
  }

  function line(points, width) {
    var sorted = points.slice().sort(function (one, other) { return one[0] - other[0]; }), first = sorted[0][0], last = sorted[sorted.length - 1][0],
      most = Math.max.apply(null, sorted.map(function (each) { return each[1]; })) || 1, each = step(most), top = Math.ceil(most / each) * each || 1,
      left = 52, right = width - 24, high = 16, low = 236, parts = [], every = Math.max(Math.ceil((last - first + 1) * 46 / (right - left)), 1);
    function x(value) { return last === first ? (left + right) / 2 : left + (right - left) * (value - first) / (last - first); }
    function y(value) { return low - (low - high) * value / top; }
    for (var tick = 0; tick <= top + each / 2; tick += each) {
      parts.push(node("path", { "class": "rule", d: "M" + left + " " + y(tick).toFixed(1) + "H" + right }));
      parts.push(node("text", { "class": "soft", x: left - 8, y: y(tick) + 4, "text-anchor": "end" }, figure(tick)));
    }
    for (var name = first; name <= last; name += every) { parts.push(node("text", { "class": "soft", x: x(name), y: low + 22, "text-anchor": "middle" }, String(name))); }
    parts.push(node("path", { "class": "line", d: sorted.map(function (point, index) { return (index ? "L" : "M") + x(point[0]).toFixed(1) + " " + y(point[1]).toFixed(1); }).join("") }));
    sorted.forEach(function (point) { parts.push(titled(node("circle", { "class": "a", cx: x(point[0]), cy: y(point[1]), r: 4 }), point[0] + ": " + figure(point[1]))); });
    return { parts: parts, height: low + 34 };
  }

  // The chart, and a note of what it leaves out; null where there is nothing to draw.
  function make(result, label, number, width) {
    var found = summed(result, label, number), shown = found.years ? found.points : found.points.slice(0, MOST);
    if (!shown.length) { return null; }
    var drawn = (found.years ? line : bars)(shown, width), name = number.replace(/_/g, " ") + " by " + label.replace(/_/g, " "),
      svg = node("svg", { viewBox: "0 0 " + width + " " + drawn.height, role: "img", "aria-label": name + "; the figures are in the table" });
    drawn.parts.forEach(function (part) { svg.appendChild(part); });
    return { svg: svg, note: shown.length < found.points.length ? "The first " + MOST + " of " + found.points.length + " are drawn." : "" };
  }

  // The drawing as a file of its own, with the colours it has on the page.
  function file(svg) {
    var copy = svg.cloneNode(true), style = document.createElementNS(SVG, "style"), page = getComputedStyle(document.documentElement);
    function colour(name) { return page.getPropertyValue(name).trim(); }
    style.textContent = "text{font:13px sans-serif;fill:" + colour("--ink") + "}.soft{fill:" + colour("--soft") + ";font-size:12px}.a{fill:" + colour("--accent") +
      "}.rule{stroke:" + colour("--line") + "}.line{stroke:" + colour("--accent") + ";stroke-width:2;fill:none}svg{background:" + colour("--paper") + "}";
    copy.insertBefore(style, copy.firstChild);
    return new XMLSerializer().serializeToString(copy);
  }

  forumgraph.chart = { columns: columns, make: make, file: file };
}());
