# press-tab.zsh SCRIPT LINE: types LINE and TAB into a real interactive zsh, and prints the screen and the line after it.
zmodload zsh/zpty
zpty shell "TERM=dumb zsh -f -i"
zpty -w shell "PS1= PS2= LISTMAX=9999; stty rows 500 cols 250; autoload -Uz compinit && compinit -D -u; source ${(q)1}
show() { print -r -- \"LINE<\$BUFFER>\"; }; zle -N show; bindkey '^G' show; setopt auto_list no_beep; print REA''DY"
zpty -r shell seen '*READY*'
zpty -w -n shell "$2"$'\t\t\a'
zpty -r shell seen '*LINE<*>*'
print -r -- "$seen"
zpty -d shell
