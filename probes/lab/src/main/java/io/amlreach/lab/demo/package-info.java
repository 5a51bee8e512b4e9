// SPDX-License-Identifier: Apache-2.0
/** A workspace of Contoso in a network in which many things were done wrong. */
@NullMarked
package io.amlreach.lab.demo;

import org.jspecify.annotations.NullMarked;
