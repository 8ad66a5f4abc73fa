package io.limbeck.domain.revision;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConformanceTest {
  private static final Set<String> ELSEWHERE = Set.of("display", "offline");
  private static final Map<String, Integer> COUNTS = new TreeMap<>();

  static List<VectorFile> files() {
    return Vectors.all();
  }

  @AfterAll
  static void print() {
    System.out.println(COUNTS);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void the_graph_answers_as_alembic_does(VectorFile file) {
    JsonNode loaded = Answers.load(file);
    if (!loaded.path("ok").asBoolean()) {
      return;
    }
    RevisionGraph graph = RevisionGraph.of(file.revisions());
    Answers answers = new Answers(graph);
    List<String> wrong = new ArrayList<>();
    for (VectorFile.Case question : file.cases()) {
      if (ELSEWHERE.contains(question.kind())) {
        continue;
      }
      JsonNode actual;
      try {
        actual = answers.to(question);
      } catch (RuntimeException e) {
        java.io.StringWriter w = new java.io.StringWriter();
        e.printStackTrace(new java.io.PrintWriter(w));
        wrong.add(question + " " + w.toString().substring(0, Math.min(900, w.toString().length())));
        continue;
      }
      Expectation x = question.expectation();
      List<String> parts = question.kind().equals("resolve") ? List.of("one", "many") : List.of("");
      for (String p : parts) {
        Expectation e = p.isEmpty() ? x : x.member(p);
        JsonNode a = p.isEmpty() ? actual : actual.path(p);
        Optional<Deviations> d = Deviations.of(question, e.first());
        boolean ok;
        if (d.isPresent()) {
          Optional<JsonNode> in = d.get().instead(question, e.first());
          ok =
              in.isEmpty()
                  || Comparison.isRight(
                          new Expectation(List.of(in.get()), Optional.empty()), a, graph)
                      && !Comparison.isRight(e, a, graph);
          COUNTS.merge(d.get().name(), 1, Integer::sum);
        } else ok = Comparison.isRight(e, a, graph);
        COUNTS.merge(question.kind() + (ok ? " ok" : " WRONG"), 1, Integer::sum);
        if (!ok)
          wrong.add(
              "\n"
                  + question
                  + " "
                  + p
                  + "\n EXP "
                  + e.answers().stream().map(Comparison::essence).toList()
                  + e.always().map(Object::toString).orElse("")
                  + "\n ACT "
                  + a);
      }
    }
    file.structure()
        .ifPresent(s -> {
          boolean ok = Comparison.isRight(s, answers.structure(), graph);
          COUNTS.merge("structure " + ok, 1, Integer::sum);
          if (!ok) wrong.add("structure " + s.first() + "\n" + answers.structure());
        });
    assertThat(wrong.stream().limit(4).toList()).as(file.name() + " " + wrong.size()).isEmpty();
  }
}
