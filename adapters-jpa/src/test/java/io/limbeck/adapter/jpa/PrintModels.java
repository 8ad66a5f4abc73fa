package io.limbeck.adapter.jpa;

import io.limbeck.application.models.EntityMapper.Entities;
import io.limbeck.application.models.ModelsException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A program that prints the DDL of the entities in a folder, or what is wrong with them. */
final class PrintModels {
  private PrintModels() {}

  public static void main(String[] args) {
    try {
      Entities entities = new Entities(Path.of(args[0]), List.of(), Map.of(), "sqlite");
      System.out.print(new HibernateMapper().ddl(entities).text());
    } catch (ModelsException failure) {
      System.out.print(failure.getMessage());
    }
  }
}
