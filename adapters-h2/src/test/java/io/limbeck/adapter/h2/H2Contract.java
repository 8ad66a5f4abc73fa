package io.limbeck.adapter.h2;

import io.limbeck.application.database.ConstraintContract;
import io.limbeck.application.database.DatabaseContract;

/** The contract on H2. */
interface H2Contract extends H2UnderTest, DatabaseContract, ConstraintContract {}
