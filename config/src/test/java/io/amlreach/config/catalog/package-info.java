// SPDX-License-Identifier: Apache-2.0
@NullMarked
package io.amlreach.config.catalog;

import org.jspecify.annotations.NullMarked;
