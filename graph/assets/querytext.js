// The text of queries: which prefixes it lacks, the values of its parameters, and what is wrong with it.
(function () {
  "use strict";
  var forumgraph = window.forumgraph = window.forumgraph || {}, ESCAPES = { "\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t" },
    MEANT = { b: "\b", f: "\f", n: "\n", r: "\r", t: "\t" };

  // IRIs, strings and comments, in which nothing that looks like a name is one.
  var OTHER = /<[^<>"{}|^`\\\s]*>|"""[^]*?"""|'''[^]*?'''|"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'|#[^\n]*/g;

  var UPDATE = /^\s*(?:(?:PREFIX\s+[\w.-]*:|BASE)\s+)*(?:INSERT|DELETE|LOAD|CLEAR|CREATE|DROP|COPY|MOVE|ADD|WITH)\s/i;

  function bare(text) {
    return text.replace(OTHER, function (found) { return found.replace(/[^\n]/g, " "); });
  }

  // What is to be put in where, so that all known prefixes are declared: after the comments it begins with; null where none is missing.
  function missing(text, prefixes) {
    var plain = bare(text), declared = new Set(), wanted = new Set();
    plain.replace(/(^|[^?$\w:])PREFIX\s+([A-Za-z][\w.-]*)?:/gi, function (found, before, name) { declared.add(name || ""); });
    plain.replace(/(^|[^\w:?$-])([A-Za-z][\w.-]*):/g, function (found, before, name) {
      if (Object.prototype.hasOwnProperty.call(prefixes, name) && !declared.has(name)) { wanted.add(name); }
    });
    if (!wanted.size) { return null; }
    return {
      at: /^(?:[ \t]*#[^\n]*\n)*/.exec(text)[0].length,
      words: Array.from(wanted, function (name) { return "PREFIX " + name + ": <" + prefixes[name] + ">\n"; }).join("")
    };
  }

  function line(name) {
    return new RegExp("VALUES \\?" + name + ' \\{ ("(?:[^"\\\\\\n]|\\\\.)*") \\}');
  }

  // What a string of SPARQL says (SPARQL 1.1, 19.2 and 19.7); while it is typed, an escape may be none.
  function meant(words) {
    return words.replace(/\\(?:u([0-9A-Fa-f]{4})|U(00(?:0[0-9A-Fa-f]|10)[0-9A-Fa-f]{4})|([^]))/g, function (found, short, long, char) {
      return char ? MEANT[char] || char : String.fromCodePoint(parseInt(short || long, 16));
    });
  }

  // Where the value of a parameter stands in a query, with what it is; null where the query has no such parameter any more.
  function parameter(text, name) {
    var found = line(name).exec(text);
    if (!found) { return null; }
    var from = found.index + found[0].indexOf('"');
    return { from: from, to: from + found[1].length, value: meant(found[1].slice(1, -1)) };
  }

  function literal(value) {
    return '"' + value.replace(/[\\"\n\r\t]/g, function (char) { return ESCAPES[char]; }) + '"';
  }

  // The engine lists much of what it could have read, down to ranges of characters; of use to people are only the sentences in it.
  function reason(words) {
    var told = words.replace(/^expected (one of )?/, "").split(/,\s*/).find(function (each) { return /^[A-Z][a-z]+ .*[a-z]/.test(each); });
    return told ? told.replace(/\.?$/, ".") : "";
  }

  // What is wrong where, counted from 1. Line and column are 0 where the engine tells none; without a reason they are only as far as it could read.
  function problem(message, text) {
    var found = /^error at (\d+):(\d+): ([^]*)$/.exec(message), words = found && reason(found[3]), line, before;
    if (!found) { return { line: 0, column: 0, words: message }; }
    if (UPDATE.test(bare(text))) { return { line: 0, column: 0, words: "This is an update; only queries are answered." }; }
    line = text.split("\n")[Number(found[1]) - 1] || "";
    before = line.slice(0, Number(found[2]) - 1);
    if (words && !/^\S/.test(line.slice(before.length))) { before = before.replace(/\S+$/, ""); }
    return { line: Number(found[1]), column: before.length + 1, words: words };
  }

  forumgraph.text = { missing: missing, parameter: parameter, literal: literal, problem: problem };
}());
