package io.limbeck.application.database;

/** What every database behind the port does. */
public interface DatabaseContract
    extends ReadingContract,
        StepContract,
        AtomicityContract,
        VersionTableContract,
        HistoryContract,
        RaceContract,
        LossContract,
        SchemaContract {}
