// npm run build
import { ready } from './ready.js'

ready()
