// SPDX-License-Identifier: Apache-2.0
/** The only door to the YAML library: values that know their line, and problems told together. */
@NullMarked
package io.amlreach.config.yaml;

import org.jspecify.annotations.NullMarked;
