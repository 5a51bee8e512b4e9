// SPDX-License-Identifier: Apache-2.0
/** Whom to believe: roots of trust, and the judgement of a certificate chain against them. */
@NullMarked
package io.amlreach.probe.trust;

import org.jspecify.annotations.NullMarked;
