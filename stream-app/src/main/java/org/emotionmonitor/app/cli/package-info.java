/** The command line: commands that wire the other packages together. */
package org.emotionmonitor.app.cli;
