// SPDX-License-Identifier: Apache-2.0
/** The report that a ticket can hold, in what GitHub and Azure DevOps both render. */
@NullMarked
package io.amlreach.agent.report.markdown;

import org.jspecify.annotations.NullMarked;
