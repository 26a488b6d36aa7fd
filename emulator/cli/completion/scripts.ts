/** Each asks the command itself, so that it offers what is installed: it holds no list of its own. */
export const scripts: Readonly<Record<'bash' | 'zsh' | 'fish', string>> = {
  bash: `# mmgraph completion for bash: source <(mmgraph completion bash)
_mmgraph() {
  local line told="" words=("\${COMP_WORDS[@]:1:COMP_CWORD}")
  local typed="\${COMP_WORDS[COMP_CWORD]}"
  [[ $typed == "=" ]] && typed=""
  COMPREPLY=()
  while IFS= read -r line; do
    case $line in
      :*) told=$line ;;
      *) COMPREPLY+=("$line") ;;
    esac
  done < <("\${COMP_WORDS[0]}" __complete bash -- "\${words[@]}" 2>/dev/null)
  [[ \${#COMPREPLY[@]} -eq 1 && \${COMPREPLY[0]} == *= ]] && compopt -o nospace 2>/dev/null
  case $told in
    :folders)
      compopt -o filenames 2>/dev/null
      while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -d -- "$typed")
      ;;
    :files)
      compopt -o filenames 2>/dev/null
      while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$typed")
      ;;
    ":files "*)
      local endings=\${told#:files }
      compopt -o filenames 2>/dev/null
      while IFS= read -r line; do
        case " $endings " in *" \${line##*.} "*) COMPREPLY+=("$line") ;; *) [[ -d $line ]] && COMPREPLY+=("$line") ;; esac
      done < <(compgen -f -- "$typed")
      ;;
  esac
}
complete -F _mmgraph mmgraph
`,
  zsh: `#compdef mmgraph
# mmgraph completion for zsh: source <(mmgraph completion zsh), after compinit
_mmgraph() {
  local line told=""
  local -a offers open
  while IFS= read -r line; do
    case $line in
      :*) told=$line ;;
      *$'\\t'*) offers+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}") ;;
      *=) open+=("$line") ;;
      *) offers+=("\${line//:/\\\\:}") ;;
    esac
  done < <("\${words[1]}" __complete zsh -- "\${(@Q)words[2,CURRENT]}" 2>/dev/null)
  (( \${#offers} )) && _describe -t values mmgraph offers
  (( \${#open} )) && compadd -S '' -a open
  case $told in
    :folders) _files -/ ;;
    :files) _files ;;
    ":files "*) _files -g "*.(\${\${told#:files }// /|})" ;;
  esac
}
if [ "$funcstack[1]" = "_mmgraph" ]; then
  _mmgraph "$@"
else
  compdef _mmgraph mmgraph
fi
`,
  fish: `# mmgraph completion for fish: mmgraph completion fish > ~/.config/fish/completions/mmgraph.fish
function __mmgraph_complete
    set -l typed (commandline -ct)
    set -l words (commandline -opc)
    set -l lines ($words[1] __complete fish -- $words[2..-1] "$typed" 2>/dev/null)
    set -q lines[1]; or return
    set -l told $lines[-1]
    for line in $lines[1..-2]
        echo $line
    end
    switch $told
        case ':folders'
            __fish_complete_directories "$typed" ''
        case ':files'
            __fish_complete_path "$typed"
        case ':files *'
            set -l endings (string join '|' -- (string split ' ' -- $told)[2..-1])
            __fish_complete_path "$typed" | string match -r '^.*(?:/|\\.(?:'"$endings"'))(?:\\t.*)?$'
    end
end
complete -c mmgraph -f -a '(__mmgraph_complete)'
`,
}
