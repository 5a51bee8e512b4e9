// SPDX-License-Identifier: Apache-2.0
/** The report as one page that needs nothing but a browser: no other file, no network. */
@NullMarked
package io.amlreach.agent.report.html;

import org.jspecify.annotations.NullMarked;
