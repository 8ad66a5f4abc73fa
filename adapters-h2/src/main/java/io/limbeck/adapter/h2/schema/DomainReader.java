package io.limbeck.adapter.h2.schema;

import io.limbeck.domain.schema.Name;
import io.limbeck.domain.schema.Stored;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Reads domains, enumerations among them, with two queries. */
record DomainReader(Types types, Wording wording) {
  private static final Pattern MADE_UP = Pattern.compile("CONSTRAINT_[0-9A-F]+(_\\d+)?");
  private static final String CONSTRAINTS =
      """
      SELECT DOMAIN_NAME, CONSTRAINT_NAME FROM INFORMATION_SCHEMA.DOMAIN_CONSTRAINTS
      WHERE DOMAIN_SCHEMA = CURRENT_SCHEMA ORDER BY CONSTRAINT_NAME
      """;
  private static final String DOMAINS =
      "SELECT * FROM INFORMATION_SCHEMA.DOMAINS WHERE DOMAIN_SCHEMA = CURRENT_SCHEMA";

  /**
   * @param checks the conditions of all checks, by name
   */
  List<Stored> read(Connection connection, Map<String, String> checks) throws SQLException {
    Map<String, List<String>> constraints = new HashMap<>();
    Rows.each(
        connection,
        CONSTRAINTS,
        row -> {
          String name = row.getString("CONSTRAINT_NAME");
          String given =
              MADE_UP.matcher(name).matches()
                  ? ""
                  : "CONSTRAINT %s ".formatted(Wording.quoted(name));
          constraints
              .computeIfAbsent(row.getString("DOMAIN_NAME"), first -> new ArrayList<>())
              .add(" %sCHECK (%s)".formatted(given, checks.get(name)));
        });
    List<Stored> domains = new ArrayList<>();
    Rows.each(connection, DOMAINS, row -> domains.add(domain(row, constraints)));
    return domains;
  }

  private Stored domain(ResultSet row, Map<String, List<String>> constraints) throws SQLException {
    String name = row.getString("DOMAIN_NAME");
    String parent = row.getString("PARENT_DOMAIN_NAME");
    String type =
        parent == null
            ? types.of(new Types.Owner("DOMAIN", name), DataType.of(row)).sql()
            : Wording.quoted(parent);
    String value = row.getString("DOMAIN_DEFAULT");
    List<String> checks = new ArrayList<>(constraints.getOrDefault(name, List.of()));
    checks.sort(null);
    return new Stored(
        Stored.Kind.DOMAIN,
        new Name(name),
        wording.expression(
            "CREATE DOMAIN %s AS %s%s%s"
                .formatted(
                    Wording.quoted(name),
                    type,
                    value == null ? "" : " DEFAULT " + value,
                    String.join("", checks))));
  }
}
