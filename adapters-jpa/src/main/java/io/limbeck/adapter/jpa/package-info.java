/** JPA entities as DDL, by way of Hibernate's mapping model. */
@NullMarked
package io.limbeck.adapter.jpa;

import org.jspecify.annotations.NullMarked;
