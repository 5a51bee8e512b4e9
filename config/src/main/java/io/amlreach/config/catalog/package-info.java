// SPDX-License-Identifier: Apache-2.0
/** What Azure Machine Learning documents as needed, and how it becomes concrete hosts. */
@NullMarked
package io.amlreach.config.catalog;

import org.jspecify.annotations.NullMarked;
