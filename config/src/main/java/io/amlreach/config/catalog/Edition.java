// SPDX-License-Identifier: Apache-2.0
package io.amlreach.config.catalog;

/** One of the editions that the catalog has. */
public record Edition(String name, String title) {}
