package io.limbeck.application.document;

import io.limbeck.application.copy.Copied;
import io.limbeck.application.copy.Copied.CopiedTable;
import io.limbeck.application.copy.CopyPlan;
import io.limbeck.application.copy.CopyPlan.TableCopy;
import io.limbeck.domain.schema.Name;
import java.util.Map;

/** Copies of rows, as programs read them. */
public final class CopyDocument {
  private CopyDocument() {}

  /**
   * @param target what messages call it
   */
  public static Map<String, Object> of(CopyPlan plan, String target) {
    return Document.object(
        "to",
        target,
        "heads",
        Document.rows(plan.heads()),
        "tables",
        plan.tables().stream().map(CopyDocument::of).toList(),
        "notes",
        plan.notes());
  }

  private static Map<String, Object> of(TableCopy table) {
    return Document.object(
        "table",
        table.name().toString(),
        "rows",
        table.rows(),
        "there",
        table.there(),
        "completed_later",
        table.later().stream().map(Name::text).toList());
  }

  /**
   * @param target what messages call it
   */
  public static Map<String, Object> of(Copied copied, String target) {
    return Document.object(
        "to",
        target,
        "heads",
        Document.rows(copied.heads()),
        "tables",
        copied.tables().stream().map(CopyDocument::of).toList(),
        "notes",
        copied.notes());
  }

  private static Map<String, Object> of(CopiedTable table) {
    return Document.object(
        "table",
        table.table().toString(),
        "rows",
        table.content().rows(),
        "copied",
        table.copied(),
        "checksum",
        table.content().toString());
  }
}
