// SPDX-License-Identifier: Apache-2.0
/** SMB servers that get as far as NEGOTIATE. */
@NullMarked
package io.amlreach.lab.smb;

import org.jspecify.annotations.NullMarked;
