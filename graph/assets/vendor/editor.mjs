// The editor of the query page, bundled by `make web` into one classic script: CodeMirror 6 with SPARQL.
import { autocompletion, closeBrackets, closeBracketsKeymap, completeFromList, completionKeymap } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { bracketMatching, HighlightStyle, indentOnInput, LanguageSupport, syntaxHighlighting, syntaxTree } from "@codemirror/language";
import { lintKeymap, setDiagnostics } from "@codemirror/lint";
import { EditorState, Prec } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from "@codemirror/view";
import { styleTags, tags } from "@lezer/highlight";
import { SparqlLanguage } from "codemirror-lang-sparql";

const WORDS = "ASK AS ASC BASE BIND BOUND BY COALESCE CONCAT CONSTRUCT CONTAINS COUNT DESC DESCRIBE DISTINCT EXISTS FILTER FROM GRAPH GROUP_CONCAT GROUP BY HAVING IF IN LANG LANGMATCHES LCASE LIMIT MAX MIN MINUS NOT OFFSET OPTIONAL ORDER BY PREFIX REGEX REPLACE SAMPLE SELECT STR STRAFTER STRBEFORE STRENDS STRLEN STRSTARTS SUBSTR SUM UCASE UNION VALUES WHERE YEAR";

// Nothing scrolls inside: what scrolls must take the keyboard, and here that is with the text.
// The colours are the page's own, so that they follow it from light to dark.
const look = EditorView.theme({
  "&": { color: "var(--ink)", backgroundColor: "var(--panel)", border: "1px solid var(--soft)", borderRadius: "6px", fontSize: ".9rem" },
  "&.cm-focused": { outline: "3px solid var(--link)", outlineOffset: "2px" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.55", minHeight: "16rem" },
  ".cm-content": { caretColor: "var(--ink)", padding: ".7rem 0" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-gutters": { backgroundColor: "var(--panel)", color: "var(--soft)", border: "none", borderRadius: "6px 0 0 6px", paddingLeft: ".3rem" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "transparent" },
  "&.cm-focused .cm-activeLine": { backgroundColor: "color-mix(in srgb, var(--line) 40%, transparent)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": { background: "color-mix(in srgb, var(--link) 28%, transparent)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "transparent", outline: "1px solid var(--soft)" },
  "&.cm-focused .cm-nonmatchingBracket": { backgroundColor: "transparent", color: "var(--warn)" },
  ".cm-tooltip": { backgroundColor: "var(--paper)", color: "var(--ink)", border: "1px solid var(--soft)", borderRadius: "4px" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { maxHeight: "none", maxWidth: "min(90vw, 40rem)", overflow: "hidden" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { backgroundColor: "var(--accent)", color: "var(--paper)" },
  ".cm-completionMatchedText": { textDecoration: "none", fontWeight: "600" },
  ".cm-completionDetail": { fontStyle: "normal", fontFamily: "var(--sans)", marginLeft: "1rem" },
  ".cm-diagnostic": { whiteSpace: "pre-wrap", fontFamily: "var(--sans)", maxWidth: "34rem" },
  ".cm-diagnostic-error": { borderLeftColor: "var(--warn)" },
  ".cm-lintRange-error": { backgroundImage: "none", textDecoration: "underline wavy var(--warn)", textDecorationSkipInk: "none" },
});

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--accent)", fontWeight: "600" },
  { tag: tags.variableName, color: "var(--warn)" },
  { tag: [tags.string, tags.annotation], color: "var(--good)" },
  { tag: [tags.number, tags.bool], color: "var(--good)" },
  { tag: [tags.url, tags.namespace, tags.typeName], color: "var(--link)" },
  { tag: tags.comment, color: "var(--soft)", fontStyle: "italic" },
]);

// The grammar leaves names with a prefix without a style.
const language = new LanguageSupport(SparqlLanguage.configure({ props: [styleTags({ "Pname_ln Pname_ns": tags.namespace })] }));

function completions(prefixes) {
  const words = completeFromList([...new Set(WORDS.split(" "))].map((label) => ({ label, type: "keyword" })));
  let terms = [];
  function source(context) {
    const word = context.matchBefore(/[?$][\w]*|[A-Za-z][\w-]*:?[\w-]*/);
    if (!word || (word.from === word.to && !context.explicit)) { return words(context); }
    if (/^[?$]/.test(word.text)) {
      const names = new Set(context.state.doc.toString().match(/[?$]\w+/g));
      names.delete(word.text);
      return { from: word.from, options: [...names].map((label) => ({ label, type: "variable" })), validFor: /^[?$]\w*$/ };
    }
    const named = [...prefixes.map((name) => ({ label: `${name}:`, type: "namespace" })), ...terms];
    if (word.text.includes(":")) { return { from: word.from, options: terms, validFor: /^[\w-]*:[\w-]*$/ }; }
    const general = words(context);
    return { from: word.from, options: [...(general ? general.options : []), ...named], validFor: /^[\w-]*:?[\w-]*$/ };
  }
  return { source, offer: (found) => { terms = found; } };
}

// Tab is not taken: it leads out of the editor as it leads out of any other field.
self.forumgraphEditor = function ({ place, text, label, prefixes, changed, run }) {
  const inside = place.attachShadow({ mode: "open" });
  const found = completions(prefixes);
  const view = new EditorView({
    root: inside,
    parent: inside,
    state: EditorState.create({
      doc: text,
      extensions: [
        lineNumbers(), history(), drawSelection(), indentOnInput(), bracketMatching(), closeBrackets(), highlightActiveLine(),
        autocompletion({ override: [found.source], icons: false, maxRenderedOptions: 9 }),
        language, syntaxHighlighting(colours), look, EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-label": label, spellcheck: "false" }),
        Prec.highest(keymap.of([{ key: "Mod-Enter", run: () => { run(); return true; } }])),
        keymap.of([...closeBracketsKeymap, ...defaultKeymap, ...historyKeymap, ...completionKeymap, ...lintKeymap]),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) { changed(update.state.doc.toString(), update.transactions.some((each) => each.isUserEvent("input"))); }
        }),
      ],
    }),
  });
  return {
    view,
    text: () => view.state.doc.toString(),
    write: (words) => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: words }, selection: { anchor: 0 } }),
    insert: (at, words) => view.dispatch({ changes: { from: at, insert: words } }),
    change: (from, to, words) => view.dispatch({ changes: { from, to, insert: words } }),
    focus: () => view.focus(),
    offer: found.offer,
    clear: () => view.dispatch(setDiagnostics(view.state, [])),
    // The first place that the grammar cannot read; null where it reads all.
    wrong() {
      let at = -1;
      syntaxTree(view.state).iterate({ enter: (node) => { if (node.type.isError && at < 0) { at = node.from; } } });
      if (at < 0) { return null; }
      const row = view.state.doc.lineAt(at);
      return { line: row.number, column: at - row.from + 1 };
    },
    // Marks where a query is wrong; line and column count from 1.
    mark(line, column, message) {
      const row = view.state.doc.line(Math.min(Math.max(line, 1), view.state.doc.lines));
      const from = Math.min(row.from + column - 1, row.to);
      const word = /^[^\s{}()]+/.exec(view.state.sliceDoc(from, row.to));
      const to = Math.min(from + (word ? word[0].length : 1), view.state.doc.length);
      view.dispatch(setDiagnostics(view.state, [{ from: from === to && from > 0 ? from - 1 : from, to, severity: "error", message }]));
      view.dispatch({ selection: { anchor: from }, scrollIntoView: true });
    },
  };
};
