/**
 * An inventory kept in the host's database.
 *
 * <p>{@link io.backorder.jdbc.JdbcUnitOfWork} is the way in, {@linkplain
 * io.backorder.jdbc.JdbcUnitOfWork#joining joining} the host's transactions or {@linkplain
 * io.backorder.jdbc.JdbcUnitOfWork#owning owning} its own. {@link io.backorder.jdbc.BackorderSchema}
 * prints, checks and makes the tables, {@link io.backorder.jdbc.TableNames} says how they are named, and
 * {@link io.backorder.jdbc.Dialect} which databases there are.
 *
 * <p>This package depends on {@code store} and everything below it, and on {@code java.sql}.
 */
@NullMarked
package io.backorder.jdbc;

import org.jspecify.annotations.NullMarked;
