// SPDX-License-Identifier: Apache-2.0
/** Tests of the door to YAML. */
@NullMarked
package io.amlreach.config.yaml;

import org.jspecify.annotations.NullMarked;
