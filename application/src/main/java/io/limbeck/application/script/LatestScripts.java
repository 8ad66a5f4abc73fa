package io.limbeck.application.script;

import java.util.function.Supplier;

/**
 * The scripts for whoever lives longer than they stay the same. What it gives is for one question
 * or one run; a change is seen by those who ask again, if not at once then after a second. Can be
 * asked by several threads at once, and so can the scripts it gives.
 */
public interface LatestScripts extends Supplier<Scripts> {}
