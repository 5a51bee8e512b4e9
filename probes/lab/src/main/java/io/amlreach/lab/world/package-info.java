// SPDX-License-Identifier: Apache-2.0
/** Which names and addresses the simulated network has, and what is behind each of them. */
@NullMarked
package io.amlreach.lab.world;

import org.jspecify.annotations.NullMarked;
