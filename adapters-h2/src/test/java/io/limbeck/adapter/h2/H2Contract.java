package io.limbeck.adapter.h2;

import io.limbeck.application.copy.Rows;
import io.limbeck.application.copy.RowsContract;
import io.limbeck.application.database.ConstraintContract;
import io.limbeck.application.database.DatabaseContract;
import io.limbeck.application.database.DatabaseSettings;

/** The contract on H2. */
interface H2Contract extends H2UnderTest, DatabaseContract, ConstraintContract, RowsContract {

  @Override
  default Rows rows(DatabaseSettings settings) {
    return H2Module.rows().rows(settings);
  }
}
