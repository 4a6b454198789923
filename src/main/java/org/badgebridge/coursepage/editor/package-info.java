/** The editor in which a lecturer puts a rule together, sentence by sentence. */
@NullMarked
package org.badgebridge.coursepage.editor;

import org.jspecify.annotations.NullMarked;
