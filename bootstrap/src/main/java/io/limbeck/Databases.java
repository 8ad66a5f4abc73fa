package io.limbeck;

import dagger.Module;
import io.limbeck.adapter.h2.H2Module;
import io.limbeck.adapter.postgresql.PostgresqlModule;
import io.limbeck.adapter.sqlite.SqliteModule;

/** The kinds of databases: a new one is one module, named here. */
@Module(includes = {SqliteModule.class, H2Module.class, PostgresqlModule.class})
interface Databases {}
