package dev.calmdesk.search;

import dev.calmdesk.language.Fold;
import dev.calmdesk.workplace.Workplace;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Words that mean the same: those of any service desk, and those of the company.
///
/// @param fellows each word, folded, with the others of its groups
public record Synonyms(Map<String, Set<String>> fellows) {

    /// Those of any service desk.
    public static final Synonyms GENERAL = of(List.of());

    /// None: names mean nothing else.
    public static final Synonyms NONE = new Synonyms(Map.of());

    /// One group of the company.
    public record Group(List<String> words) {

        public static final Workplace.Topic<Group> TOPIC = new Workplace.Topic<>("synonyms", Group.class);
    }

    /// The general ones and those of a company.
    public static Synonyms of(List<Group> groups) {
        var fellows = new HashMap<String, Set<String>>();
        Stream.concat(WordLists.SYNONYMS.stream(), groups.stream().map(Group::words)).forEach(words -> {
            var group = words.stream().map(Fold::text).map(String::strip).filter(word -> !word.isEmpty()).toList();
            for (var word : group) {
                var others = fellows.computeIfAbsent(word, key -> new HashSet<>());
                others.addAll(group);
                others.remove(word);
            }
        });
        return new Synonyms(Map.copyOf(fellows));
    }

    /// Those of a workplace as they are at each call.
    public static Supplier<Synonyms> of(Workplace workplace) {
        return new Supplier<>() {
            private List<Group> known = List.of();
            private Synonyms made = GENERAL;

            @Override
            public synchronized Synonyms get() {
                var groups = workplace.all(Group.TOPIC);
                if (!groups.equals(known)) {
                    made = of(groups);
                    known = groups;
                }
                return made;
            }
        };
    }

    /// For each word of a folded text that has any: its fellows.
    Stream<Set<String>> in(String folded) {
        var longest = fellows.keySet().stream().mapToInt(String::length).max().orElse(0);
        var found = new TreeSet<String>();
        for (var from = 0; from < folded.length(); from++) {
            for (var to = from + 1; to <= Math.min(from + longest, folded.length()); to++) {
                var word = folded.substring(from, to);
                if (fellows.containsKey(word)) {
                    found.add(word);
                }
            }
        }
        return found.stream().map(fellows::get);
    }
}
