package io.limbeck.application.author;

import java.util.List;

/**
 * What the configuration says about comparing models and databases.
 *
 * @param include patterns of the tables that are looked at; empty for all
 * @param exclude patterns of those that are not
 * @param compareDefaults whether a column without a default in models that rarely state one is to
 *     have none in the database
 */
public record ComparisonSettings(
    List<String> include, List<String> exclude, boolean compareDefaults) {
  public ComparisonSettings {
    include = List.copyOf(include);
    exclude = List.copyOf(exclude);
  }
}
