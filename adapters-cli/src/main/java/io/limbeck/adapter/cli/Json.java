package io.limbeck.adapter.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.limbeck.application.database.ChangedScript;
import io.limbeck.application.database.Forecast;
import io.limbeck.application.database.HistoryEntry;
import io.limbeck.application.database.Lock;
import io.limbeck.application.database.Loss;
import io.limbeck.application.database.ScriptedStep;
import io.limbeck.application.history.ListedRevision;
import io.limbeck.application.migrate.Migration;
import io.limbeck.domain.revision.BranchLabel;
import io.limbeck.domain.revision.Heads;
import io.limbeck.domain.revision.RevisionId;
import io.limbeck.domain.revision.Step;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What programs read: one document per run, {@code "format": 1}. */
final class Json {
  private static final int FORMAT = 1;

  private Json() {}

  static String answer(String command, Optional<String> database, Object result) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("format", FORMAT);
    document.put("command", command);
    database.ifPresent(name -> document.put("database", name));
    document.put("result", result);
    return written(document);
  }

  static String failure(String command, int code, String problem, String remedy) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("format", FORMAT);
    document.put("command", command);
    document.put("error", object("code", code, "problem", problem, "remedy", remedy));
    return written(document);
  }

  /**
   * {@return an object with its members in this order}
   *
   * @param namesAndValues name, value, name, value ...
   */
  static Map<String, Object> object(Object... namesAndValues) {
    Map<String, Object> object = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      object.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return object;
  }

  static List<String> ids(Collection<RevisionId> ids) {
    return ids.stream().map(RevisionId::value).toList();
  }

  static List<String> rows(Heads heads) {
    return ids(heads.sorted());
  }

  static Map<String, Object> revision(ListedRevision listed) {
    Map<String, Object> object =
        object(
            "revision", listed.id().value(),
            "down", ids(listed.revision().downRevisions()),
            "depends_on", listed.revision().dependencies(),
            "branch_labels", listed.place().labels().stream().map(BranchLabel::value).toList(),
            "message", listed.revision().message(),
            "is_head", listed.place().isHead(),
            "is_real_head", listed.place().isRealHead(),
            "is_branch_point", listed.place().isBranchPoint(),
            "is_merge_point", listed.place().isMergePoint(),
            "next", ids(listed.place().next()),
            "path", listed.header().location());
    listed.header().created().ifPresent(created -> object.put("created", created));
    return object;
  }

  static List<Map<String, Object>> revisions(List<ListedRevision> listed) {
    return listed.stream().map(Json::revision).toList();
  }

  static Map<String, Object> migration(Migration migration) {
    return object(
        "from", rows(migration.from()),
        "to", rows(migration.to()),
        "steps", migration.steps().stream().map(Json::step).toList(),
        "changed", migration.changed().stream().map(Json::changed).toList(),
        "losses", migration.losses().stream().map(Json::loss).toList());
  }

  static Map<String, Object> forecast(Forecast forecast) {
    return object(
        "statement", forecast.statement().sql(),
        "table", forecast.table(),
        "way", forecast.way(),
        "why", forecast.why(),
        "rows", forecast.rows(),
        "bytes", forecast.bytes());
  }

  static Map<String, Object> lock(Lock lock) {
    Map<String, Object> object = object("on", lock.on(), "mode", lock.mode());
    lock.statement().ifPresent(statement -> object.put("statement", statement.sql()));
    object.put("effect", lock.effect());
    return object;
  }

  private static Map<String, Object> loss(Loss loss) {
    Map<String, Object> object = object("table", loss.table());
    loss.column().ifPresent(column -> object.put("column", column));
    object.put("rows", loss.rows());
    return object;
  }

  private static Map<String, Object> step(ScriptedStep scripted) {
    Step step = scripted.step();
    Map<String, Object> object = object("kind", step.kind().name().toLowerCase(Locale.ROOT));
    step.revision().ifPresent(id -> object.put("revision", id.value()));
    object.put("from", ids(step.from()));
    object.put("to", ids(step.to()));
    object.put("message", scripted.message());
    object.put("rows", rows(step.after()));
    return object;
  }

  static Map<String, Object> changed(ChangedScript script) {
    HistoryEntry applied = script.applied();
    return object(
        "revision", script.id().value(),
        "path", script.location(),
        "applied_at", applied.at().toString(),
        "applied_by", applied.by());
  }

  private static String written(Object document) {
    try {
      return new ObjectMapper().writeValueAsString(document);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("not a tree of plain values", impossible);
    }
  }
}
