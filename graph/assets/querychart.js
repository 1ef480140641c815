// Answers as charts: bars where a column of names stands beside one of numbers, a line where the names are years. Drawn at the width there is.
(function () {
  "use strict";
  var forumgraph = window.forumgraph = window.forumgraph || {}, MOST = 30, LINES = 6, SVG = "http://www.w3.org/2000/svg";

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

  function named(term) {
    return term.type === "uri" ? term.value.replace(/^.*[/#](?=.)/, "") : term.value;
  }

  // Numbers summed by name, in the order in which the names come; by year where all names are years or days.
  function summed(rows, label, number, years) {
    var sums = new Map();
    rows.forEach(function (row) {
      var name = years ? year(row[label].value) : named(row[label]);
      sums.set(name, (sums.get(name) || 0) + Number(row[number].value));
    });
    return Array.from(sums);
  }

  function total(points) {
    return points.reduce(function (sum, each) { return sum + each[1]; }, 0);
  }

  // One series for each value of a column, the largest first.
  function split(rows, chosen) {
    var groups = new Map();
    rows.forEach(function (row) {
      var name = row[chosen.split] ? named(row[chosen.split]) : "";
      groups.set(name, (groups.get(name) || []).concat([row]));
    });
    return Array.from(groups, function (each) { return { name: each[0], points: summed(each[1], chosen.label, chosen.number, true) }; })
      .sort(function (one, other) { return total(other.points) - total(one.points); });
  }

  function bars(points, width) {
    var wide = width > 620, line = wide ? 28 : 46, left = wide ? Math.round(width * 0.38) : 0, parts = [],
      most = Math.max.apply(null, points.map(function (each) { return Math.abs(each[1]); })) || 1;
    points.forEach(function (each, index) {
      var y = index * line, length = Math.max((width - left - 70) * Math.abs(each[1]) / most, 1), low = wide ? y + 5 : y + 22;
      parts.push(titled(node("text", { x: wide ? left - 12 : 0, y: y + 17, "text-anchor": wide ? "end" : "start" }, cut(String(each[0]), Math.floor((wide ? left - 12 : width) / 7.8))), String(each[0])));
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

  function axes(parts, frame) {
    var each = step(frame.most), top = Math.ceil(frame.most / each) * each || 1, every = Math.max(Math.ceil((frame.last - frame.first + 1) * 46 / (frame.right - frame.left)), 1);
    frame.x = function (value) { return frame.last === frame.first ? (frame.left + frame.right) / 2 : frame.left + (frame.right - frame.left) * (value - frame.first) / (frame.last - frame.first); };
    frame.y = function (value) { return frame.low - (frame.low - frame.high) * value / top; };
    for (var tick = 0; tick <= top + each / 2; tick += each) {
      parts.push(node("path", { "class": "rule", d: "M" + frame.left + " " + frame.y(tick).toFixed(1) + "H" + frame.right }));
      parts.push(node("text", { "class": "soft", x: frame.left - 8, y: frame.y(tick) + 4, "text-anchor": "end" }, figure(tick)));
    }
    for (var name = frame.first; name <= frame.last; name += every) { parts.push(node("text", { "class": "soft", x: frame.x(name), y: frame.low + 22, "text-anchor": "middle" }, String(name))); }
  }

  function legend(parts, series, width, top) {
    var across = width > 620 ? 2 : 1;
    series.forEach(function (each, index) {
      var x = (index % across) * width / across, y = top + Math.floor(index / across) * 24;
      parts.push(node("path", { "class": "line s" + index, d: "M" + x.toFixed(1) + " " + y + "h34" }));
      parts.push(node("text", { x: x + 44, y: y + 4 }, cut(each.name, Math.floor((width / across - 60) / 7.6))));
    });
    return Math.ceil(series.length / across) * 24;
  }

  function lines(series, width) {
    var all = [].concat.apply([], series.map(function (each) { return each.points; })), years = all.map(function (each) { return each[0]; }), parts = [],
      frame = { left: 52, right: width - 24, high: 16, low: 236, first: Math.min.apply(null, years), last: Math.max.apply(null, years),
        most: Math.max.apply(null, all.map(function (each) { return each[1]; })) || 1 }, height = frame.low + 34;
    axes(parts, frame);
    series.forEach(function (each, index) {
      var sorted = each.points.slice().sort(function (one, other) { return one[0] - other[0]; });
      parts.push(node("path", { "class": "line s" + index, d: sorted.map(function (point, at) { return (at ? "L" : "M") + frame.x(point[0]).toFixed(1) + " " + frame.y(point[1]).toFixed(1); }).join("") }));
      sorted.forEach(function (point) {
        var words = (each.name ? each.name + ", " : "") + point[0] + ": " + figure(point[1]);
        parts.push(titled(node("circle", { "class": "dot s" + index, cx: frame.x(point[0]), cy: frame.y(point[1]), r: 4 }), words));
      });
    });
    if (series[0].name) { height += legend(parts, series, width, height + 8); }
    return { parts: parts, height: height };
  }

  function yearly(rows, chosen) {
    return rows.length > 0 && rows.every(function (row) { return year(row[chosen.label].value); });
  }

  // The chart of what is chosen (the columns of names and numbers, and one whose values become a line each), a note of what it leaves out, and whether
  // the names are years; null where there is nothing to draw.
  function make(result, chosen, width) {
    var rows = result.rows.filter(function (row) { return row[chosen.label] && row[chosen.number]; }), years = yearly(rows, chosen), found, drawn,
      name = chosen.number.replace(/_/g, " ") + " by " + chosen.label.replace(/_/g, " "), note = "", svg;
    if (!rows.length) { return null; }
    if (years) {
      found = chosen.split ? split(rows, chosen) : [{ name: "", points: summed(rows, chosen.label, chosen.number, true) }];
      drawn = lines(found.slice(0, LINES), width);
      if (found.length > LINES) { note = "The largest " + LINES + " of " + found.length + " are drawn."; }
    } else {
      found = summed(rows, chosen.label, chosen.number, false);
      drawn = bars(found.slice(0, MOST), width);
      if (found.length > MOST) { note = "The first " + MOST + " of " + found.length + " are drawn."; }
    }
    svg = node("svg", { viewBox: "0 0 " + width + " " + drawn.height, role: "img", "aria-label": name + "; the figures are in the table" });
    drawn.parts.forEach(function (part) { svg.appendChild(part); });
    return { svg: svg, note: note, years: years };
  }

  // The drawing as a file of its own, with the colours it has on the page.
  function file(svg) {
    var copy = svg.cloneNode(true), style = document.createElementNS(SVG, "style"), page = getComputedStyle(document.documentElement);
    style.textContent = "svg{background:" + page.getPropertyValue("--paper") + "}";
    svg.querySelectorAll("*").forEach(function (each, index) {
      var seen = getComputedStyle(each), made = copy.querySelectorAll("*")[index];
      ["fill", "stroke", "stroke-width", "stroke-dasharray", "font-size", "font-family"].forEach(function (name) { made.setAttribute(name, seen.getPropertyValue(name)); });
    });
    copy.setAttribute("xmlns", SVG);
    copy.insertBefore(style, copy.firstChild);
    return new XMLSerializer().serializeToString(copy);
  }

  forumgraph.chart = { columns: columns, make: make, file: file };
}());
