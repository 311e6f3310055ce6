/* Searches window.FAQ, which data.js holds; needs no server. Texts are folded one character to one, so that a place in
   the folded text is a place in the shown one. */
(function () {
  'use strict';

  var FIELDS = [['t', 8], ['q', 5], ['k', 5], ['a', 2], ['b', 1]];
  var MOST = 20;
  var KEYS = { 13: 'Enter', 27: 'Escape', 38: 'ArrowUp', 40: 'ArrowDown', 191: '/' }; // for engines that name no keys
  var faq = window.FAQ;
  var words = faq.words;
  var simple = Object.create(null);
  for (var pair = 0; pair + 1 < faq.fold.length; pair += 2) {
    simple[faq.fold[pair]] = faq.fold[pair + 1];
  }

  function fold(text) {
    var folded = '';
    for (var i = 0; i < text.length; i++) {
      var plain = text[i].normalize('NFKC').toLowerCase();
      if (plain.length !== 1) {
        plain = text[i];
      }
      folded += simple[plain] || plain;
    }
    return folded;
  }

  var RUN = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
  var HAN = /\p{Script=Han}/u;

  function runs(folded) {
    return folded.match(RUN) || [];
  }

  /* What of each article is compared: its folded fields and the words in them. */
  var entries = faq.articles.map(function (article) {
    var entry = { article: article, text: {}, words: {}, vocabulary: Object.create(null) };
    FIELDS.forEach(function (field) {
      var text = fold(article[field[0]] || '');
      var own = Object.create(null);
      runs(text).forEach(function (run) {
        if (!HAN.test(run)) {
          own[run] = true;
          entry.vocabulary[run] = true;
        }
      });
      entry.text[field[0]] = text;
      entry.words[field[0]] = own;
    });
    return entry;
  });
  var vocabulary = Object.create(null);
  entries.forEach(function (entry) {
    Object.keys(entry.vocabulary).forEach(function (word) {
      vocabulary[word] = (vocabulary[word] || 0) + 1;
    });
  });

  /* Whether two words differ by one letter too many, missing, wrong, or swapped with its neighbour. */
  function nearly(a, b) {
    if (Math.abs(a.length - b.length) > 1 || a === b) {
      return a === b;
    }
    var from = 0;
    while (from < a.length && a[from] === b[from]) {
      from++;
    }
    var restA = a.slice(from);
    var restB = b.slice(from);
    return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1)
        || (restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2));
  }

  /* The words of the articles that a typed word may mean: itself, what begins with it, what is nearly it. */
  function meant(word) {
    var forms = [];
    Object.keys(vocabulary).forEach(function (known) {
      if (known === word) {
        forms.push([known, 1]);
      } else if (word.length > 1 && known.indexOf(word) === 0) {
        forms.push([known, 0.8]);
      } else if (known.length > 3 && known + 's' === word) {
        forms.push([known, 0.9]);
      }
    });
    if (forms.length === 0 && word.length > 3 && /^[a-z]+$/.test(word)) {
      Object.keys(vocabulary).forEach(function (known) {
        if (nearly(word, known) || nearly(word, known.slice(0, word.length))) {
          forms.push([known, 0.6]);
        }
      });
    }
    return forms;
  }

  /* One thing asked for: `holds` says how well a field holds it, `marks` what to highlight. */
  function hanTerm(piece, worth) {
    return {
      worth: worth,
      holds: function (entry, field) { return entry.text[field].indexOf(piece) >= 0 ? 1 : 0; },
      marks: function () { return piece.length > 1 ? [piece] : []; },
      single: piece.length === 1 ? piece : ''
    };
  }

  function wordTerm(word, all) {
    var forms = meant(word);
    return {
      worth: 1,
      holds: function (entry, field) {
        var best = 0;
        forms.forEach(function (form) {
          if (entry.words[field][form[0]]) {
            best = Math.max(best, form[1]);
          }
        });
        if (best === 0 && field === 't') {
          best = sound(entry.article.p || '', word);
        }
        return best;
      },
      marks: function () { return forms.map(function (form) { return form[0]; }); },
      single: ''
    };
  }

  /* How well letters name a title by its sounds: whole syllables from the beginning of one, or first letters. */
  function sound(title, letters) {
    var best = 0;
    if (letters.length < 2 || !/^[a-z]+$/.test(letters)) {
      return 0;
    }
    title.split('|').forEach(function (run) {
      var syllables = run.split(' ');
      var initials = syllables.map(function (syllable) { return syllable[0]; }).join('');
      if (initials.indexOf(letters) >= 0) {
        best = Math.max(best, 0.6);
      }
      for (var i = 0; i < syllables.length; i++) {
        if (syllables.slice(i).join('').indexOf(letters) === 0) {
          best = Math.max(best, letters.length > syllables[i].length ? 1 : 0.7);
        }
      }
    });
    return best;
  }

  function terms(query) {
    var found = runs(fold(query));
    var asked = [];
    found.forEach(function (run) {
      if (!HAN.test(run)) {
        asked.push(wordTerm(run));
        return;
      }
      for (var i = 0; i < run.length; i++) {
        if (i + 1 < run.length) {
          asked.push(hanTerm(run.slice(i, i + 2), 1));
        }
        asked.push(hanTerm(run[i], run.length === 1 ? 1 : 0.25));
      }
    });
    if (found.length > 1 && found.every(function (run) { return /^[a-z]+$/.test(run); })) {
      var joined = wordTerm(found.join('')); // pinyin with spaces between the syllables
      joined.worth = 0.5;
      joined.optional = true;
      asked.push(joined);
    }
    return asked;
  }

  function search(query) {
    var asked = terms(query);
    asked.forEach(function (term) {
      term.best = entries.map(function (entry) {
        var sum = 0;
        FIELDS.forEach(function (field) {
          sum += field[1] * term.holds(entry, field[0]);
        });
        return sum;
      });
      var holding = term.best.filter(function (sum) { return sum > 0; }).length;
      term.rare = term.worth * Math.log(1 + entries.length / (0.5 + holding));
    });
    var total = 0;
    asked.forEach(function (term) { total += term.optional ? 0 : term.rare; });
    var hits = entries.map(function (entry, index) {
      var score = 0;
      var covered = 0;
      asked.forEach(function (term) {
        if (term.best[index] > 0) {
          score += term.rare * term.best[index];
          covered += term.rare;
        }
      });
      var share = total > 0 ? Math.min(1, covered / total) : 0;
      return { entry: entry, score: score * share, share: share, index: index };
    }).filter(function (hit) { return hit.score > 0; });
    hits.sort(function (a, b) { return b.score - a.score || a.index - b.index; });
    var good = hits.filter(function (hit) { return hit.share > 0.3 && hit.score > hits[0].score * 0.08; });
    return { hits: (good.length > 0 ? good : hits).slice(0, MOST), asked: asked };
  }

  /* Places of what was asked for in a shown text, in their order and without overlap. */
  function places(text, asked) {
    var folded = fold(text);
    var marked = [];
    function mark(piece) {
      var isWord = !HAN.test(piece);
      for (var at = folded.indexOf(piece); at >= 0; at = folded.indexOf(piece, at + 1)) {
        if (!isWord || !/[\p{L}\p{N}]/u.test(folded[at - 1] || ' ') || HAN.test(folded[at - 1])) {
          for (var i = at; i < at + piece.length; i++) {
            marked[i] = true;
          }
        }
      }
    }
    asked.forEach(function (term) { term.marks().forEach(mark); });
    if (marked.length === 0) {
      asked.forEach(function (term) { if (term.single) { mark(term.single); } });
    }
    return marked;
  }

  function show(target, text, asked, from, to) {
    var marked = places(text, asked);
    var at = from;
    while (at < to) {
      var end = at + 1;
      while (end < to && !marked[end] === !marked[at]) {
        end++;
      }
      var piece = document.createTextNode(text.slice(at, end));
      if (marked[at]) {
        var mark = document.createElement('mark');
        mark.appendChild(piece);
        piece = mark;
      }
      target.appendChild(piece);
      at = end;
    }
  }

  function passage(article, asked) {
    var best = article.a;
    var first = places(article.a, asked).indexOf(true);
    if (first < 0 && article.b) {
      var inBody = places(article.b, asked).indexOf(true);
      if (inBody >= 0) {
        best = article.b;
        first = inBody;
      }
    }
    var from = Math.max(0, first - 40);
    var to = Math.min(best.length, from + 140);
    var line = document.createElement('p');
    if (from > 0) {
      line.appendChild(document.createTextNode('…'));
    }
    show(line, best, asked, from, to);
    if (to < best.length) {
      line.appendChild(document.createTextNode('…'));
    }
    return line;
  }

  function link(article, asked) {
    var anchor = document.createElement('a');
    anchor.href = base + article.u;
    show(anchor, article.t, asked, 0, article.t.length);
    return anchor;
  }

  function item(article, asked) {
    var row = document.createElement('li');
    row.appendChild(link(article, asked));
    row.appendChild(passage(article, asked));
    return row;
  }

  function suggestions() {
    var box = document.createElement('div');
    var hint = document.createElement('p');
    hint.textContent = words.hint;
    box.appendChild(hint);
    var title = document.createElement('h2');
    title.textContent = words.perhaps;
    box.appendChild(title);
    var list = document.createElement('ul');
    list.className = 'list';
    faq.articles.filter(function (article) { return article.f; }).slice(0, 6)
        .forEach(function (article) { list.appendChild(item(article, [])); });
    box.appendChild(list);
    return box;
  }

  var base = document.body.getAttribute('data-base') || '';
  var form = document.getElementById('find');
  var input = document.getElementById('q');
  var count = document.getElementById('count');
  var results = document.getElementById('results');
  var page = document.getElementById('page');
  var composing = false;

  function refresh() {
    var query = input.value.trim();
    results.textContent = '';
    results.hidden = query === '';
    page.hidden = query !== '';
    if (query === '') {
      count.textContent = '';
      return;
    }
    var found = search(query);
    if (found.hits.length === 0) {
      count.textContent = words.nothing;
      results.appendChild(suggestions());
      return;
    }
    count.textContent = words.found.replace('{0}', String(found.hits.length));
    var list = document.createElement('ul');
    list.className = 'list top-hit';
    found.hits.forEach(function (hit) { list.appendChild(item(hit.entry.article, found.asked)); });
    results.appendChild(list);
  }

  function step(by) {
    var links = Array.prototype.slice.call(results.querySelectorAll('a'));
    var next = links.indexOf(document.activeElement) + by;
    if (next < 0) {
      input.focus();
    } else if (next < links.length) {
      links[next].focus();
    }
  }

  form.hidden = false;
  input.addEventListener('compositionstart', function () { composing = true; });
  input.addEventListener('compositionend', function () { composing = false; refresh(); });
  input.addEventListener('input', refresh);
  window.addEventListener('pageshow', refresh);
  form.addEventListener('submit', function (event) { event.preventDefault(); });
  document.addEventListener('keydown', function (event) {
    var key = event.key || KEYS[event.keyCode];
    if (composing || event.isComposing) {
      return;
    }
    var inResults = results.contains(document.activeElement);
    if (key === 'Enter' && document.activeElement === input) {
      event.preventDefault();
      var first = results.querySelector('a');
      if (first && !results.hidden) {
        first.click();
      }
    } else if (key === 'Escape' && (inResults || document.activeElement === input)) {
      input.value = '';
      refresh();
      input.focus();
    } else if ((key === 'ArrowDown' || key === 'ArrowUp') && (inResults || document.activeElement === input)) {
      event.preventDefault();
      step(key === 'ArrowDown' ? 1 : -1);
    } else if (key === '/' && !/^(input|textarea)$/i.test(document.activeElement.tagName)) {
      event.preventDefault();
      input.focus();
    }
  });
  refresh();
})();
